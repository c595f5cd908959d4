// What is tried: how often it came about, the last time, the whole log when asked for, and a new line in two taps. What
// did not come about is a fact, not a failing: no share, no red.

import { useState } from 'react'
import type { LogView } from '#domain/case-view-plan.ts'
import { MEASURE_RESULTS, type MeasureResult, type MeasureStatus } from '#domain/codes.ts'
import type { MeasureProgress } from '#domain/progress.ts'
import { addLog } from '#domain/progress-acts.ts'
import { inSentence, longDate } from '#texts/format.ts'
import { Card, List, ListRow, Note, Section } from '../parts/cards.tsx'
import { Chips } from '../parts/visit-parts.tsx'
import { WordButton } from '../parts/words.tsx'
import { dotted } from '../today/visit-card.tsx'
import { useDay } from '../use-day.ts'
import { useRecording } from '../use-recording.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { authorName, type Given, isRunning } from './given.ts'

export function MeasuresTried({ given }: { readonly given: Given }) {
  const say = useSay()
  const now = given.progress.measures.filter(({ isNow }) => isNow)
  const earlier = given.progress.measures.filter(({ isNow, log, reviewed }) => !isNow && log.length + reviewed.length > 0)
  return (
    <>
      {[
        { title: say('progress.measures'), measures: now },
        { title: say('progress.earlierMeasures'), measures: earlier },
      ].map(({ title, measures }) =>
        measures.length === 0 ? null : (
          <Section key={title} title={title}>
            {measures.map((measure) => (
              <Measure key={measure.id} measure={measure} given={given} />
            ))}
          </Section>
        ),
      )}
    </>
  )
}

type OneMeasure = { readonly measure: MeasureProgress; readonly given: Given }

function Measure({ measure, given }: OneMeasure) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const [isWriting, setWriting] = useState(false)
  const of = (words: string) => say('progress.of', { words, what: measure.text })
  const words = say(isOpen ? 'progress.hideLog' : 'progress.showLog')
  const isTried = measure.isNow && ['planned', 'active', 'paused'].includes(measure.status) && isRunning(given)
  return (
    <Card className="bf-card--gap bf-card--later">
      <h3 className="bf-text bf-strong">{measure.text}</h3>
      <Came measure={measure} isRunning={measure.isNow && isRunning(given)} />
      <div className="bf-row bf-row--acts">
        {measure.log.length === 0 ? null : (
          <WordButton label={of(words)} onPress={() => setOpen(!isOpen)}>
            {words}
          </WordButton>
        )}
        {isTried ? (
          <WordButton label={of(say('progress.addLog'))} onPress={() => setWriting(!isWriting)}>
            {say('progress.addLog')}
          </WordButton>
        ) : null}
      </div>
      {isWriting ? <NewLine measure={measure} given={given} onDone={() => setWriting(false)} /> : null}
      {isOpen ? (
        <List>
          {measure.log.map((line) => (
            <LogLine key={line.id} line={line} given={given} />
          ))}
        </List>
      ) : null}
    </Card>
  )
}

/** What a plan that is over left as it was does not go on. */
const ENDED: readonly MeasureStatus[] = ['done', 'stopped', 'declined']

/** «Gjort 8 · delvis 2 · sist 17. november» */
function Came({ measure, isRunning: isOn }: Pick<OneMeasure, 'measure'> & { readonly isRunning: boolean }) {
  const { counts, log, reviewed, status } = measure
  const say = useSay()
  const day = useDay()
  const last = log[0]?.on
  const came = log.length === 0 ? inSentence(say('progress.noLog')) : inSentence(say('progress.counts', counts))
  const [latest] = reviewed
  const evaluated = latest?.onward && say(`progress.onward.${latest.onward}`)
  return (
    <p className="bf-small">
      {dotted(
        isOn || ENDED.includes(status) ? say(`term.measureStatus.${status}`) : say('progress.ended'),
        came,
        last && say('progress.lastLog', { date: day(last) }),
        evaluated,
      )}
    </p>
  )
}

function LogLine({ line, given }: { readonly line: LogView; readonly given: Given }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <ListRow
      title={say(`visit.check.${line.done}`)}
      sub={dotted(line.on && longDate(language, line.on), authorName(given, line.author), line.note)}
    />
  )
}

function NewLine({ measure, given, onDone }: OneMeasure & { readonly onDone: () => void }) {
  const say = useSay()
  const casebook = useCasebook()
  const { record, refusal } = useRecording()
  const save = async (done: MeasureResult) => {
    const adding = { lane: given.view.lane, rec: casebook.newId(), on: casebook.today() }
    const isSaved = await record([addLog(adding, measure.id, done)], {
      text: say('progress.logSaved', { what: say(`visit.check.${done}`) }),
    })
    if (isSaved) onDone()
  }
  return (
    <div className="bf-group">
      <Chips<MeasureResult>
        label={say('progress.wasDone')}
        chosen={undefined}
        onChoose={(done) => void (done === undefined ? undefined : save(done))}
        options={MEASURE_RESULTS.map((code) => ({ code, text: say(`visit.check.${code}`) }))}
      />
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
    </div>
  )
}
