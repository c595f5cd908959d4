// Relatives, and who lives in the household: a row each, and adding one. Whether a relative may be contacted follows the
// resident's consent about her, nothing else (DOMAIN.md 2.19).

import type { CaseView } from '#domain/case-view.ts'
import { adultsIn, type MemberView, type RelativeView } from '#domain/case-view-home.ts'
import { standsOn } from '#domain/consent.ts'
import type { ItemPart } from '#domain/home-fields.ts'
import type { LocalDate } from '#domain/ids.ts'
import { joined, phoneNumber } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { wordOfCode } from '../home-words.ts'
import { List, Note } from '../parts/cards.tsx'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { type PartLine, Row } from './part-row.tsx'

interface PeopleProps {
  readonly view: CaseView
  readonly today: LocalDate
}

export function AddLink({ view, part }: { readonly view: CaseView; readonly part: ItemPart }) {
  const say = useSay()
  return (
    <div className="bf-row">
      <WordLink to={paths.about(view.lane, part)}>{say(`about.add.${part}`)}</WordLink>
    </div>
  )
}

export function Relatives({ view, today }: PeopleProps) {
  const say = useSay()
  const { relatives } = view.resident
  return (
    <>
      {relatives.length === 0 ? null : (
        <List>
          {relatives.map((relative) => (
            <Relative key={relative.id} view={view} relative={relative} today={today} />
          ))}
        </List>
      )}
      <AddLink view={view} part="relative" />
      {relatives.length === 0 ? null : (
        <div className="bf-row">
          <WordLink to={paths.consents(view.lane)}>{say('about.toConsents')}</WordLink>
        </div>
      )}
    </>
  )
}

function Relative({ view, relative, today }: PeopleProps & { readonly relative: RelativeView }) {
  const say = useSay()
  const mayContact = view.consents.some(
    (consent) => consent.kind === 'contact_relative' && consent.about === relative.id && standsOn(consent, today),
  )
  const line = (key: string, value: string | undefined): readonly PartLine[] =>
    value === undefined ? [] : [{ key, label: undefined, value }]
  return (
    <Row
      title={relative.relation ?? say('about.part.relative')}
      to={paths.about(view.lane, 'relative', relative.id)}
      lines={[...line('name', relative.name), ...line('phone', relative.phone && phoneNumber(relative.phone))]}
    >
      {/* Nobody is rung before the resident has said yes. */}
      <Note tone={mayContact ? 'calm' : 'care'}>{say(mayContact ? 'about.mayContact' : 'about.mayNotContact')}</Note>
    </Row>
  )
}

const wordsOfMember = (say: Say, { birthYear, livesHere }: MemberView): readonly string[] => [
  ...(birthYear === undefined ? [] : [say('about.born', { year: birthYear })]),
  ...(livesHere === undefined ? [] : [wordOfCode(say, 'livesHere', livesHere).toLowerCase()]),
]

export function Members({ view, today }: PeopleProps) {
  const say = useSay()
  const language = useLanguage()
  const adults = adultsIn(view.household, today).map(({ name, relation }) => name ?? wordOfCode(say, 'memberRelation', relation ?? 'other'))
  return (
    <>
      {view.household.members.length === 0 ? null : (
        <List>
          {view.household.members.map((member) => (
            <Row
              key={member.id}
              title={member.relation === undefined ? say('about.part.member') : wordOfCode(say, 'memberRelation', member.relation)}
              to={paths.about(view.lane, 'member', member.id)}
              lines={[{ key: 'name', label: undefined, value: [member.name, ...wordsOfMember(say, member)].filter(Boolean).join(', ') }]}
            />
          ))}
        </List>
      )}
      <AddLink view={view} part="member" />
      {adults.length < 2 ? null : (
        <p className="bf-small">
          <strong>{say('about.line', { label: say('about.adults'), value: joined(language, adults) })}</strong>{' '}
          <span className="bf-subtle">{say('about.adultsWhy')}</span>
        </p>
      )}
    </>
  )
}
