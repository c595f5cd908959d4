// «Les sammen»: one question turned to the resident, in her language, large, with nothing of anybody else (DOMAIN.md 4.1
// rule 6). She may answer herself, pass it by or not answer; «Snu tilbake» gives the telephone back.

import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { Navigate, useNavigate, useParams } from 'react-router'
import { givenValue } from '#domain/visit-answers.ts'
import { fill, visitContext } from '#domain/visit-context.ts'
import type { Fills } from '#domain/visit-known.ts'
import { nextKey, type Screen as StepOf, screensOf, type Walk } from '#domain/visit-walk.ts'
import { isLanguage, LANGUAGES, type Language } from '#texts/catalogue.ts'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { MainButton, OutlineButton } from '../parts/button.tsx'
import { Note } from '../parts/cards.tsx'
import { Bar, Screen } from '../parts/shell.tsx'
import { Chips, Question, SkipRow } from '../parts/visit-parts.tsx'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { SpeakingIn } from '../speaking-in.tsx'
import { useUi } from '../ui-store.ts'
import { useSay } from '../use-say.tsx'
import { AnswerInput } from './answer-input.tsx'
import { GoalHead, scoreNow } from './answers/goal-score.tsx'
import { bareValue, forResident, isForResident, withWordsOf } from './for-resident.ts'
import { laidAside, layAside, type Passed, passed, passedAs, reopened, withValue } from './passing.ts'
import { ReadOnly } from './read-only.tsx'
import { surroundings } from './surroundings.ts'
import { useAnswering } from './use-answering.ts'
import { useHeld } from './use-keeper.ts'
import { type OpenVisit, useVisit, walkOf } from './use-visit.ts'
import '../parts/door.css'

export function Together() {
  const here = useVisit()
  const { step: key = '' } = useParams()
  const [chosen, setChosen] = useState<Language>()
  const [isToldSo, setToldSo] = useState(false)
  if (here === 'loading') return <Loading />
  if (here === 'missing') return <NotHere />
  const { keeper } = here
  if (keeper === undefined) return <Navigate replace to={paths.visit(here.lane, here.visit.id)} />
  const open = { ...here, keeper }
  const hers = languageOf(here.view.resident.language.code)
  if (hers === 'other' && chosen === undefined && !isToldSo)
    return <NotInHers open={open} back={paths.step(here.lane, here.visit.id, key)} onGoOn={() => setToldSo(true)} />
  const language = chosen ?? (hers === 'other' ? 'nb' : hers)
  return (
    <SpeakingIn language={language}>
      <Turned open={open} at={key} language={language} onLanguage={setChosen} />
    </SpeakingIn>
  )
}

/** `no` and nothing written are bokmål; what the app does not speak is told to the worker first. */
export function languageOf(code: string | undefined): Language | 'other' {
  const said = code?.trim().toLocaleLowerCase('nb') ?? ''
  if (isLanguage(said)) return said
  return ['', 'no', 'nor', 'norsk'].includes(said) ? 'nb' : 'other'
}

/** To the worker, before the screen is turned. */
function NotInHers({ open, back, onGoOn }: { readonly open: OpenVisit; readonly back: string; readonly onGoOn: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  return (
    <Screen
      header={{ title: say('around.readTogether') }}
      bar={
        <Bar>
          <OutlineButton onPress={() => void navigate(back)}>{say('shell.back')}</OutlineButton>
          <MainButton onPress={onGoOn}>{say('around.showInNb')}</MainButton>
        </Bar>
      }
    >
      <Note tone="calm">{say('around.notHerLanguage', { name: open.around.residentName })}</Note>
    </Screen>
  )
}

interface TurnedProps {
  readonly open: OpenVisit
  readonly at: string
  readonly language: Language
  readonly onLanguage: (language: Language) => void
}
export function Turned({ open, at, language, onLanguage }: TurnedProps) {
  const { content } = useHeld(open.keeper)
  const walk = walkOf(open, content)
  const hers = screensOf(walk).filter(isForResident)
  const screen = hers.find(({ key }) => key === at)
  const { keeper, lane, visit } = open
  const isHere = screen !== undefined
  const offerUndo = useUi((ui) => ui.offerUndo)
  // What was just said to the worker, of this home or another, is not hers to read.
  useLayoutEffect(() => offerUndo(undefined), [offerUndo])
  useEffect(() => {
    const now = keeper.held().content
    if (isHere && now.at !== at) keeper.place({ ...now, at })
  }, [keeper, at, isHere])
  if (!screen) {
    const next = nextForResident(walk, at)
    return <Navigate replace to={next ? paths.together(lane, visit.id, next) : paths.visit(lane, visit.id)} />
  }
  return <TurnedQuestion open={open} screen={screen} language={language} onLanguage={onLanguage} />
}

/** The next question that is hers, whatever stands between. */
function nextForResident(walk: Walk, from: string): string | undefined {
  const screens = screensOf(walk)
  let key = nextKey(walk, from)
  while (key !== 'review') {
    const found = screens.find((screen) => screen.key === key)
    if (found && isForResident(found)) return key
    key = nextKey(walk, key)
  }
  return undefined
}
function previousForResident(walk: Walk, from: string): string | undefined {
  const hers = screensOf(walk).filter(isForResident)
  return hers[hers.findIndex(({ key }) => key === from) - 1]?.key
}

type QuestionProps = Omit<TurnedProps, 'at'> & { readonly screen: StepOf }
function TurnedQuestion({ open, screen, language, onLanguage }: QuestionProps) {
  const say = useSay()
  const navigate = useNavigate()
  const held = useHeld(open.keeper)
  const { lane, visit } = open
  const walk = walkOf(open, held.content)
  const back = paths.step(lane, visit.id, screen.key)
  const previous = previousForResident(walk, screen.key)
  const go = (key: string | undefined) => void navigate(key ? paths.together(lane, visit.id, key) : back)
  const goOn = () => go(nextForResident(walkOf(open, open.keeper.held().content), screen.key))
  return (
    <Screen
      className="bf-together"
      header={{ title: say('around.readTogether'), isSmall: true }}
      bar={
        <Bar>
          {previous ? <OutlineButton onPress={() => go(previous)}>{say('shell.back')}</OutlineButton> : null}
          <MainButton onPress={goOn}>{say(nextForResident(walk, screen.key) ? 'visit.next' : 'around.turnBack')}</MainButton>
        </Bar>
      }
    >
      <div className="bf-row bf-row--apart">
        <Chips<Language>
          label={say('around.language')}
          isLabelHidden
          options={LANGUAGES.map((code) => ({ code, text: say(`around.language.${code}`) }))}
          chosen={language}
          onChoose={(code) => onLanguage(code ?? language)}
        />
        <WordLink to={back}>{say('around.turnBack')}</WordLink>
      </div>
      <ReadOnly held={held}>
        <HerQuestion key={screen.key} open={open} screen={screen} language={language} onPassed={goOn} />
      </ReadOnly>
    </Screen>
  )
}

interface HerQuestionProps {
  readonly open: OpenVisit
  readonly screen: StepOf
  readonly language: Language
  readonly onPassed: () => void
}
function HerQuestion({ open, screen, language, onPassed }: HerQuestionProps) {
  const say = useSay()
  const { answer, refusal } = useAnswering(open)
  const { keeper } = open
  const { answers } = useHeld(keeper).content
  const shown = forResident(screen)
  const held = answers[screen.step.id]
  const as = passedAs(screen, answers)
  const fills = useHerFills(open, language)
  const around = { ...open.around, takers: [], read: (text: StepOf['step']['text']) => fill(text[language], fills) }
  const question = around.read(screen.step.text)
  const value = as ? undefined : bareValue(givenValue(held))
  const press = (way: Passed) => {
    if (way === as) return answer(screen, reopened(screen, answers, laidAside(keeper, screen)), 'now')
    layAside(keeper, screen, held)
    answer(screen, passed(screen, answers, way), 'now')
    onPassed()
  }
  return (
    <>
      {screen.goal ? <GoalHead screen={shown} now={scoreNow(shown, value)} isMain={isMainGoal(open, screen)} /> : null}
      <div className="bf-group">
        <Question of={`${screen.key} ${language}`}>{question}</Question>
        <AnswerInput
          screen={shown}
          question={question}
          value={value}
          onValue={(next, when) => {
            const before = held ?? laidAside(keeper, screen)
            answer(screen, withValue(screen, before, withWordsOf(givenValue(before), next)), when)
          }}
          around={around}
        />
      </div>
      {screen.step.isRequired || screen.step.type === 'info' ? null : (
        <SkipRow
          words={(['skipped', 'declined'] as const).map((way) => ({
            word: say(way === 'skipped' ? 'visit.skipped' : 'around.iWillNotAnswer'),
            isChosen: way === as,
            onPress: () => press(way),
          }))}
        />
      )}
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
    </>
  )
}

/** Days, amounts and names of things inside a question are said in her language too. */
function useHerFills({ answer, view, visit, people, casebook }: OpenVisit, language: Language): Fills {
  const say = useSay()
  return useMemo(() => {
    const { office, inquiries, rows, today } = answer
    const around = surroundings({ office, inquiries, rows, today }, view, people, casebook.me, { say, language })
    return visitContext(view, visit.id, today, around).fills
  }, [answer, view, visit.id, people, casebook.me, say, language])
}

const isMainGoal = ({ view }: OpenVisit, { goal }: StepOf): boolean => view.plan?.mainGoals.some(({ id }) => id === goal?.id) ?? false
