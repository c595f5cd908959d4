// Before the visit: the safety line, what works, what was agreed, what must come up, who and how long. «Start besøket»
// is the one filled button; «Ved døra» leads to how it went in one tap (look book, «Før besøket»). What was agreed about
// how one comes stands in the way of starting, in a sentence; nothing stands in the way of writing afterwards.

import { useState } from 'react'
import { useNavigate } from 'react-router'
import { dateOf } from '#domain/ids.ts'
import { type InTheWay, inTheWay, isOver } from '#domain/visit-allowed.ts'
import { clock, joined, weekdayDate } from '#texts/format.ts'
import { MainButton, MainLink, OutlineButton } from '../parts/button.tsx'
import { Note } from '../parts/cards.tsx'
import { ResidentsIcon, SavedIcon } from '../parts/icons.ts'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { Agreements } from '../residents/agreements.tsx'
import { SafetyLine, WhatWorks } from '../residents/first-things.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { SameVisit } from '../visits/same-visit.tsx'
import { MustComeUp, WhoAndHowLong } from './before-parts.tsx'
import { useStart } from './use-start.ts'
import { firstName, type VisitHere } from './use-visit.ts'

export function BeforeVisit({ here }: { readonly here: VisitHere }) {
  const { view, visit, answer } = here
  const isBegun = visit.status === 'in_progress'
  const [isWithAnother, setWithAnother] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [isElsewhere, setElsewhere] = useState(false)
  const { today } = answer
  const found = inTheWay({ view, visit, me: here.casebook.me, known: here.context.known, today, isElsewhere })
  const way = found === 'twoWorkers' && isWithAnother ? undefined : found
  return (
    <Screen
      header={{ ...useTitle(here), back: paths.resident(here.lane) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={<BeforeBar here={here} way={way} onAsk={() => (way === 'notHome' ? setElsewhere(true) : setAsking(true))} />}
    >
      <SafetyLine view={view} />
      <SameVisit visit={visit} view={view} answer={answer} />
      {isBegun ? (
        <Note tone="calm" icon={<ResidentsIcon aria-hidden fontSize="1.375rem" />}>
          <Begun here={here} />
        </Note>
      ) : null}
      <WhatWorks view={view} />
      <Agreements view={view} rows={answer.rows} people={here.people} />
      <MustComeUp here={here} />
      <WhoAndHowLong here={here} isAsking={isAsking && way === 'twoWorkers'} onAnother={() => setWithAnother(true)} />
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

const WAY = {
  notHome: { care: 'around.notHome', go: 'around.elsewhere' },
  twoWorkers: { care: 'around.beTwo', go: 'around.weAreTwo' },
} as const

interface BarProps {
  readonly here: VisitHere
  readonly way: InTheWay | undefined
  /** Who is the other? Or: they meet somewhere else. */
  readonly onAsk: () => void
}
function BeforeBar({ here, way, onAsk }: BarProps) {
  const say = useSay()
  const navigate = useNavigate()
  const { lane, visit } = here
  const { start, refusal } = useStart(here)
  const [isBusy, setBusy] = useState(false)
  const press = () => {
    setBusy(true)
    void start().finally(() => setBusy(false))
  }
  if (way === 'contactStop')
    return (
      <Bar state={<Care>{say('around.isStopped')}</Care>}>
        <MainLink to={paths.resident(lane)}>{say('visit.toResident', { name: firstName(here.view.resident.name) })}</MainLink>
      </Bar>
    )
  const isLate = isOver(visit, here.answer.today)
  return (
    <Bar state={refusal ? <Care>{say(`refusal.${refusal}`)}</Care> : way ? <Care>{say(WAY[way].care)}</Care> : <Ready />}>
      <OutlineButton onPress={() => void navigate(paths.door(lane, visit.id))}>{say('around.atTheDoor')}</OutlineButton>
      {way ? (
        <MainButton onPress={onAsk}>{say(WAY[way].go)}</MainButton>
      ) : (
        <MainButton isBusy={isBusy} onPress={press}>
          {say(isLate ? 'around.writeAfterwards' : 'visit.start')}
        </MainButton>
      )}
    </Bar>
  )
}

function Ready() {
  const say = useSay()
  return (
    <span className="bf-savestate">
      <SavedIcon aria-hidden fontSize="1.125rem" />
      {say('save.ready')}
    </span>
  )
}

const Care = ({ children }: { readonly children: string }) => <span className="bf-savestate bf-savestate--care">{children}</span>
