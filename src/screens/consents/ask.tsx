// What to ask about, and whom it is about. A member or a measure in the address is asked about straight away; the kind never
// stands in the address.

import { useState } from 'react'
import { useParams } from 'react-router'
import type { CaseView } from '#domain/case-view.ts'
import { CONSENT_KINDS, type ConsentKind } from '#domain/codes.ts'
import { isOwnTeam } from '#domain/consent.ts'
import { needsTopics } from '#domain/consent-acts.ts'
import { staying } from '#domain/group-acts.ts'
import type { Id, LocalDate } from '#domain/ids.ts'
import { askingOf, consentsAsked, consentsMissing, measureNamed } from '#domain/plan-consents.ts'
import { asCode, asId } from '#domain/reading.ts'
import { Act, Acts } from '../parts/acts.tsx'
import { MainLink } from '../parts/button.tsx'
import { Empty, Section } from '../parts/cards.tsx'
import { Bar, Screen } from '../parts/shell.tsx'
import { idOfParam, paths } from '../paths.ts'
import { roleLine } from '../residents/around.tsx'
import { keptOf } from '../use-form-draft.ts'
import { useSay } from '../use-say.tsx'
import { AskForm } from './ask-form.tsx'
import type { OfConsents } from './consents.tsx'
import { ASK_DRAFT } from './use-asking.ts'

export function Ask({ answer, view }: OfConsents) {
  const param = idOfParam(useParams().about)
  const [kept] = useState(() => (param === undefined ? keptAsk(answer.drafts, view.lane) : undefined))
  const [kind, setKind] = useState<ConsentKind | undefined>(kept?.kind ?? kindAbout(view, param, answer.today))
  const [about, setAbout] = useState<Id | undefined>(kept?.about ?? param)
  if (kind === undefined) return <PickKind view={view} onPick={setKind} />
  if (about === undefined && needsTopics(kind)) return <PickMember view={view} kind={kind} onPick={setAbout} />
  return <AskForm answer={answer} view={view} kind={kind} about={about} />
}

/** What was being asked about when the screen was locked; the kind never stands in the address. */
function keptAsk(drafts: OfConsents['answer']['drafts'], lane: CaseView['lane']) {
  const [kind, about] = keptOf(drafts, ASK_DRAFT, lane)?.split(' ') ?? []
  const known = asCode(kind, CONSENT_KINDS)
  return known && { kind: known, about: asId(about) }
}

/** A member is asked about what she may know; a measure, of a proposal too, about what it still lacks; a relative about contact. */
function kindAbout({ group, plans, resident, consents }: CaseView, about: Id | undefined, today: LocalDate): ConsentKind | undefined {
  if (about === undefined) return undefined
  if (group?.members.some(({ id }) => id === about)) return 'share_with_member'
  if (resident.relatives.some(({ id }) => id === about)) return 'contact_relative'
  const measure = measureNamed(plans, about)
  const asked = consents.find((consent) => consent.about === about)?.kind
  if (!measure) return asked
  const [missing] = consentsMissing(askingOf(measure), { today, consents, plans, hasTalked: true })
  return missing ?? asked ?? consentsAsked(measure)[0]
}

function PickKind({ view, onPick }: { readonly view: CaseView; readonly onPick: (kind: ConsentKind) => void }) {
  const say = useSay()
  return (
    <Screen header={{ title: say('consents.askTitle'), sub: view.resident.name, back: paths.consents(view.lane) }}>
      <Section title={say('consents.aboutWhat')}>
        <Acts>
          {CONSENT_KINDS.map((kind) => (
            <Act key={kind} onPress={() => onPick(kind)}>
              {say(`term.consentKind.${kind}`)}
            </Act>
          ))}
        </Acts>
      </Section>
    </Screen>
  )
}

function PickMember({ view, kind, onPick }: { readonly view: CaseView; readonly kind: ConsentKind; readonly onPick: (id: Id) => void }) {
  const say = useSay()
  const others = view.group ? staying(view.group).filter(({ role }) => !isOwnTeam(role)) : []
  const header = { title: say(`term.consentKind.${kind}`), sub: view.resident.name, back: paths.consents(view.lane) }
  if (others.length === 0)
    return (
      <Screen
        header={header}
        bar={
          <Bar>
            <MainLink to={paths.group(view.lane)}>{say('group.title')}</MainLink>
          </Bar>
        }
      >
        <Empty>{say('consents.noMembers')}</Empty>
      </Screen>
    )
  return (
    <Screen header={header}>
      <Section title={say('consents.aboutWhom')}>
        <Acts>
          {others.map((member) => (
            <Act key={member.id} hint={roleLine(member, say)} onPress={() => onPick(member.id)}>
              {member.name}
            </Act>
          ))}
        </Acts>
      </Section>
    </Screen>
  )
}
