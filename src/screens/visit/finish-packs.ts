// What the packs of rules/ say to Ferdig: the words a yes is asked with, and which help needs one.

import type { FinishPacks } from '#domain/visit-shared.ts'
import { entryOf } from '#rules/catalogue.ts'
import { asksWho, CONSENT_TEXTS, consentWords } from '#rules/consent-texts.ts'
import type { Language } from '#texts/catalogue.ts'

/** A scope says with whom and what of: «Utleier: husleie og betaling». */
export const finishPacks = (language: Language): FinishPacks => ({
  consentText: (kind, scope = '') => {
    const at = asksWho(kind) ? scope.indexOf(': ') : -1
    const [who, what] = at === -1 ? [scope, scope] : [scope.slice(0, at), scope.slice(at + 2)]
    return { text: consentWords(kind, language, { who, what }), version: CONSENT_TEXTS[kind].version }
  },
  needsConsent: (grant) => entryOf(grant)?.needsConsent,
})
