// «Kan vi kontakte …?» (DOMAIN.md 4.5, G1 1.16; 2.19, contact_relative; N 4.7): a yes is a consent about that person, said
// aloud and heard by whoever asked; a no makes none, and takes back the one that stood. It lives on after the visit: no root.

import { consentFor } from './consent.ts'
import { askAndGive, withdrawConsent } from './consent-acts.ts'
import type { Id } from './ids.ts'
import type { Patch } from './register.ts'
import type { Finishing } from './visit-shared.ts'

interface Asked {
  readonly relative: Id
  /** As the words name them. */
  readonly who: string
  readonly mayContact: 'yes' | 'no' | undefined
}

export function contactConsent(f: Finishing, { relative, who, mayContact }: Asked): readonly Patch[] {
  const standing = consentFor(f.view, 'contact_relative', relative, f.on)
  const acting = { me: f.me, today: f.on, seen: f.seen }
  if (mayContact === 'no' && standing) {
    const taken = { ...acting, view: f.view, rows: f.rows, newId: f.newId, title: () => undefined, assignee: f.me }
    return patchesOf(withdrawConsent(standing, taken))
  }
  // One that stands without an end says as much; so does what a colleague wrote down at this visit.
  const isThere = standing && (standing.validTo === undefined || standing.givenOn === f.on)
  if (mayContact !== 'yes' || isThere || !f.packs || who === '') return []
  const asking = { kind: 'contact_relative', about: relative, ...f.packs.consentText('contact_relative', who) } as const
  const yes = { by: f.view.resident.name, as: 'self', how: 'oral_witnessed', on: f.on, witness: f.myName ?? f.me } as const
  return patchesOf(askAndGive(f.rows, f.view.lane, f.newId(), asking, yes, acting))
}

const patchesOf = (made: ReturnType<typeof askAndGive>): readonly Patch[] => (made.ok ? made.value : [])
