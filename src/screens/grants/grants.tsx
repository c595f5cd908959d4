// Instruments and services: what this resident has, what is on the way, and what else there is. Everything is an offer.

import { Route, Routes, useParams } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import { type CaseView, readCase } from '#domain/case-view.ts'
import { type GrantView, readGrants } from '#domain/grants.ts'
import { isId, type LaneId } from '#domain/ids.ts'
import { CATALOGUE, entryOf } from '#rules/catalogue.ts'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { Empty, LinkRow, List, Note, Section } from '../parts/cards.tsx'
import { InfoIcon } from '../parts/icons.ts'
import { Screen } from '../parts/shell.tsx'
import { laneOfParam, paths } from '../paths.ts'
import { dotted } from '../today/visit-card.tsx'
import { useDay } from '../use-day.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useAnswer } from '../use-session.tsx'
import { FreeToUse } from './free-to-use.tsx'
import { GrantForm } from './grant-form.tsx'

export function Grants() {
  const lane = laneOfParam(useParams().resident)
  return lane === undefined ? <NotHere /> : <GrantsOf lane={lane} />
}

export interface OfGrants {
  readonly answer: Answer
  readonly view: CaseView
  readonly grants: readonly GrantView[]
}

function GrantsOf({ lane }: { readonly lane: LaneId }) {
  const answer = useAnswer({ ask: 'resident', lane })
  if (answer === undefined) return <Loading />
  const view = readCase(answer.rows)
  if (view === undefined) return <NotHere />
  const given = { answer, view, grants: readGrants([...answer.rows.values()]) }
  return (
    <Routes>
      <Route index element={<All {...given} />} />
      <Route path="new/:code" element={<New {...given} />} />
      <Route path=":grant" element={<Existing {...given} />} />
    </Routes>
  )
}

function New(given: OfGrants) {
  const entry = entryOf(useParams().code ?? '')
  return entry === undefined ? <NotHere /> : <GrantForm {...given} entry={entry} />
}

function Existing(given: OfGrants) {
  const { grant } = useParams()
  const found = given.grants.find((one) => isId(grant) && one.id === grant)
  const entry = found && entryOf(found.code)
  return entry === undefined ? <NotHere /> : <GrantForm {...given} entry={entry} grant={found} />
}

const HAS: readonly GrantView['status'][] = ['granted']
const ON_THE_WAY: readonly GrantView['status'][] = ['considered', 'offered', 'applied']

function All({ view, grants }: OfGrants) {
  const say = useSay()
  const of = (statuses: readonly GrantView['status'][]) => grants.filter(({ status }) => statuses.includes(status))
  const over = grants.filter(({ status }) => ![...HAS, ...ON_THE_WAY].includes(status))
  const used = new Set(grants.map(({ code }) => code))
  const free = CATALOGUE.filter(({ code, validTo }) => !used.has(code) && validTo === null)
  return (
    <Screen header={{ title: say('grants.title'), sub: view.resident.name, back: paths.resident(view.lane) }}>
      {grants.length === 0 ? <Empty>{say('grants.none')}</Empty> : null}
      <Kind title={say('grants.has')} grants={of(HAS)} lane={view.lane} />
      <Kind title={say('grants.onTheWay')} grants={of(ON_THE_WAY)} lane={view.lane} />
      <Kind title={say('grants.over')} grants={over} lane={view.lane} />
      <Note tone="calm" icon={<InfoIcon aria-hidden fontSize="1.375rem" />}>
        {say('grants.person')}
      </Note>
      <FreeToUse entries={free} lane={view.lane} />
    </Screen>
  )
}

function Kind({ title, grants, lane }: { readonly title: string; readonly grants: readonly GrantView[]; readonly lane: LaneId }) {
  const say = useSay()
  const language = useLanguage()
  const day = useDay()
  if (grants.length === 0) return null
  return (
    <Section title={title}>
      <List>
        {grants.map(({ id, code, status, on, reason }) => (
          <LinkRow
            key={id}
            to={paths.grants(lane, id)}
            title={entryOf(code)?.label[language] ?? code}
            sub={dotted(say(`term.grantStatus.${status}`), on && day(on), reason)}
          />
        ))}
      </List>
    </Section>
  )
}
