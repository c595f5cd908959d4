// Before the visit: the safety line, what works, what was agreed, what must come up, who and how long. «Start besøket»
// is the one filled button; «Åpnet ikke» is one tap for a closed door (look book, «Før besøket»).

import { useState } from 'react'
import { nearest } from '#domain/deadlines.ts'
import { dateOf, type LocalDateTime } from '#domain/ids.ts'
import { clock, joined, weekdayDate } from '#texts/format.ts'
import { answerDeadlines, calendarOf, deadlineLine, deadlineTitle, deadlineWhen, evictionAhead } from '../deadline-words.ts'
import { MainButton, OutlineButton } from '../parts/button.tsx'
import { List, ListRow, Note, Section } from '../parts/cards.tsx'
import { CalendarIcon, ClockIcon, ResidentsIcon, SavedIcon } from '../parts/icons.ts'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { Agreements } from '../residents/agreements.tsx'
import { SafetyLine, WhatWorks } from '../residents/first-things.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { useNotOpened } from './use-not-opened.ts'
import { useStart } from './use-start.ts'
import { companions, firstName, type VisitHere } from './use-visit.ts'

export function BeforeVisit({ here }: { readonly here: VisitHere }) {
  const say = useSay()
  const { view, visit, answer } = here
  const isBegun = visit.status === 'in_progress'
  return (
    <Screen
      header={{ ...useTitle(here), back: paths.resident(here.lane) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={<BeforeBar here={here} />}
    >
      <SafetyLine view={view} />
      {isBegun ? (
        <Note tone="calm" icon={<ResidentsIcon aria-hidden fontSize="1.375rem" />}>
          <Begun here={here} />
        </Note>
      ) : null}
      <WhatWorks view={view} />
      <Agreements view={view} rows={answer.rows} people={here.people} />
      <MustComeUp here={here} />
      <Section title={say('visit.whoAndHowLong')}>
        <List>
          <WhoComes here={here} />
          <HowLong here={here} />
        </List>
      </Section>
    </Screen>
  )
}

function useTitle({ view, visit, answer }: VisitHere): { readonly title: string; readonly sub: string } {
  const say = useSay()
  const language = useLanguage()
  const name = firstName(view.resident.name)
  const kind = visit.why ?? say(`term.visitKind.${visit.kind}`)
  const day = visit.start && dateOf(visit.start) !== answer.today ? weekdayDate(language, dateOf(visit.start)) : undefined
  return {
    title: visit.start ? say('visit.nameAt', { name, time: clock(visit.start) }) : name,
    sub: [day, view.home.address, kind].filter(Boolean).join(' · '),
  }
}

/** «Jon er i gang. Dere skriver hver for dere.» */
function Begun({ here }: { readonly here: VisitHere }) {
  const say = useSay()
  const language = useLanguage()
  const begun = here.visit.contributions.flatMap((part) => here.people.get(part.worker)?.name ?? []).map(firstName)
  return <>{begun.length === 0 ? say('visit.begun') : say('visit.begunBy', { names: joined(language, begun) })}</>
}

function BeforeBar({ here }: { readonly here: VisitHere }) {
  const say = useSay()
  const start = useStart(here)
  const notOpened = useNotOpened(here)
  const [isBusy, setBusy] = useState(false)
  const refusal = start.refusal ?? notOpened.refusal
  const press = (act: () => Promise<void>) => {
    setBusy(true)
    void act().finally(() => setBusy(false))
  }
  return (
    <Bar
      state={
        refusal === undefined ? (
          <span className="bf-savestate">
            <SavedIcon aria-hidden fontSize="1.125rem" />
            {say('save.ready')}
          </span>
        ) : (
          <span className="bf-savestate bf-savestate--care">{say(`refusal.${refusal}`)}</span>
        )
      }
    >
      <OutlineButton isBusy={isBusy} onPress={() => press(notOpened.save)}>
        {say('visit.notOpened')}
      </OutlineButton>
      <MainButton isBusy={isBusy} onPress={() => press(start.start)}>
        {say('visit.start')}
      </MainButton>
    </Bar>
  )
}

/** The nearest deadline: what the talk has to reach today, whatever else comes up. */
function MustComeUp({ here }: { readonly here: VisitHere }) {
  const say = useSay()
  const language = useLanguage()
  const { answer } = here
  const speech = { say, language, today: answer.today, calendar: calendarOf(answer.office) }
  const deadlines = answerDeadlines(answer, speech.calendar)
  const eviction = evictionAhead(deadlines, answer.today)
  const next = nearest(
    deadlines.filter((deadline) => deadline !== eviction),
    answer.today,
  )
  if (eviction === undefined && next === undefined) return null
  return (
    <Section title={say('visit.mustComeUp')}>
      {eviction === undefined ? null : <Note tone="risk">{deadlineLine(eviction, speech)}</Note>}
      {next === undefined ? null : (
        <List>
          <ListRow
            lead={<CalendarIcon aria-hidden fontSize="1.5rem" />}
            title={deadlineTitle(next, speech)}
            sub={deadlineWhen(next, speech)}
          />
        </List>
      )}
    </Section>
  )
}

function WhoComes({ here }: { readonly here: VisitHere }) {
  const say = useSay()
  const language = useLanguage()
  const names = companions(here)
  const isMine = here.visit.workers.includes(here.casebook.me)
  const title =
    names.length === 0 ? say('visit.youAlone') : say(isMine ? 'visit.comeAlong' : 'visit.goesThere', { names: joined(language, names) })
  const sub = names.length === 0 ? undefined : say(isMine ? 'visit.writeApart' : 'visit.youJoin')
  return <ListRow lead={<ResidentsIcon aria-hidden fontSize="1.5rem" />} title={title} sub={sub} />
}

function HowLong({ here: { visit } }: { readonly here: VisitHere }) {
  const say = useSay()
  const until = visit.end
  const range = (start: LocalDateTime, end: LocalDateTime) => say('visit.range', { from: clock(start), to: clock(end) })
  const title = visit.start && until ? range(visit.start, until) : say('visit.noEnd')
  return <ListRow lead={<ClockIcon aria-hidden fontSize="1.5rem" />} title={title} />
}
