// A visit that is over: how it went, what was agreed, and what each of us wrote. Nothing here can be changed; a
// correction is a new, dated addition, and what was entered wrongly is struck through, never deleted.

import type { ContributionView } from '#domain/case-view-visits.ts'
import type { Guide, GuideText } from '#domain/guide.ts'
import { dateOf, type Json } from '#domain/ids.ts'
import type { StoredAnswer } from '#domain/records.ts'
import { fillAfterwards } from '#domain/visit-context.ts'
import { guideOf } from '#guides/registry.ts'
import { clock, weekdayDate } from '#texts/format.ts'
import { MainButton, MainLink } from '../parts/button.tsx'
import { Empty, List, ListRow, Note, Section } from '../parts/cards.tsx'
import { SaveState } from '../parts/save-state.tsx'
import { Bar, Screen } from '../parts/shell.tsx'
import { WrittenRow } from '../parts/visit-parts.tsx'
import { paths } from '../paths.ts'
import { savedOf } from '../today/saved-of.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { AddOn } from './add-on.tsx'
import { agreementWords, answerLines, quoted } from './answer-words.ts'
import { VisitPhotos } from './answers/visit-photos.tsx'
import { StrikeMine } from './struck.tsx'
import { useStart } from './use-start.ts'
import { firstName, type VisitHere } from './use-visit.ts'
import { useWords } from './use-words.ts'

export function DoneVisit({ here, isMineDone }: { readonly here: VisitHere; readonly isMineDone: boolean }) {
  const say = useSay()
  const language = useLanguage()
  const { visit, lane } = here
  const name = firstName(here.view.resident.name)
  const when = visit.start && say('visit.dayAt', { day: weekdayDate(language, dateOf(visit.start)), time: clock(visit.start) })
  const isMine = visit.workers.includes(here.casebook.me)
  return (
    <Screen
      header={{ title: say('visit.at', { name }), back: paths.resident(lane), ...(when ? { sub: when } : {}) }}
      bar={
        <DoneBar here={here} may={isMineDone ? (isThin(here) ? 'more' : 'read') : isMine && visit.status === 'done' ? 'mine' : 'read'} />
      }
    >
      <HowItWent here={here} />
      <AgreedThen here={here} />
      {visit.contributions.map((part) => (
        <WrittenBy key={part.id} here={here} part={part} />
      ))}
      <VisitPhotos rows={here.answer.rows} visit={visit.id} today={here.answer.today} />
      {visit.contributions.length === 0 ? <Empty>{say('visit.nothingWritten')}</Empty> : null}
      {visit.contributions.some((part) => part.worker === here.casebook.me) ? <StrikeMine here={here} /> : null}
    </Screen>
  )
}

/** Written in haste at the door: the guide can be filled in afterwards. */
function isThin({ visit, casebook }: VisitHere): boolean {
  const mine = visit.contributions.filter((part) => part.worker === casebook.me)
  return mine.length > 0 && mine.every((part) => part.guide?.code === 'quick' || Object.keys(part.answers).length <= FEW)
}
/** How it went, who was there, and one more. */
const FEW = 3

function DoneBar({ here, may }: { readonly here: VisitHere; readonly may: 'read' | 'mine' | 'more' }) {
  const say = useSay()
  const { start, refusal } = useStart(here)
  if (may === 'read')
    return (
      <Bar>
        <MainLink to={paths.resident(here.lane)}>{say('visit.toResident', { name: firstName(here.view.resident.name) })}</MainLink>
      </Bar>
    )
  return (
    <Bar state={refusal === undefined ? undefined : say(`refusal.${refusal}`)}>
      <MainButton onPress={() => void start()}>{say(may === 'mine' ? 'visit.writeMine' : 'around.writeAfterwards')}</MainButton>
    </Bar>
  )
}

function HowItWent({ here: { visit } }: { readonly here: VisitHere }) {
  const say = useSay()
  const outcome = visit.outcome ? say(`term.outcome.${visit.outcome}`) : say(`term.visitStatus.${visit.status}`)
  return (
    <Section title={say('visit.howItEnded')}>
      <List>
        <ListRow title={outcome} sub={visit.outcomeNote} />
      </List>
      {visit.twoOutcomes ? <Note tone="care">{say('save.twoVersions')}</Note> : null}
    </Section>
  )
}

function AgreedThen({ here }: { readonly here: VisitHere }) {
  const say = useSay()
  const words = useWords(here)
  if (here.visit.tasks.length === 0) return null
  return (
    <Section title={say('visit.agreed')}>
      <List>
        {here.visit.tasks.map(({ id, title, assignee, due }) => (
          <ListRow key={id} title={title} sub={agreementWords({ who: assignee ?? '', due: due ?? '' }, words) || undefined} />
        ))}
      </List>
    </Section>
  )
}

function WrittenBy({ here, part }: { readonly here: VisitHere; readonly part: ContributionView }) {
  const say = useSay()
  const language = useLanguage()
  const { casebook, people, answer } = here
  const isMine = part.worker === casebook.me
  const saved = isMine ? savedOf(here.visit, { states: answer.states, me: casebook.me, people, language, today: answer.today }) : undefined
  const blocks = writtenBlocks(part)
  const title = isMine ? say('visit.youWrote') : say('visit.personWrote', { name: firstName(people.get(part.worker)?.name ?? '–') })
  return (
    <Section title={title} aside={saved ? <SaveState saved={saved} /> : undefined}>
      {blocks.length === 0 && part.note === undefined ? (
        <p className="bf-text bf-subtle">{say(part.finishedAt ? 'visit.nothingMore' : 'visit.notFinishedYet')}</p>
      ) : (
        <div className="bf-parts">
          {part.note === undefined ? null : (
            <List>
              <ListRow title={<span className="bf-prewrap">{part.note}</span>} />
            </List>
          )}
          {blocks.map((block) => (
            <BlockOf key={block.id} here={here} {...block} />
          ))}
        </div>
      )}
      <AddOn here={here} part={part} />
    </Section>
  )
}

function BlockOf({ here, title, rows }: { readonly here: VisitHere; readonly title: GuideText; readonly rows: readonly StoredRowGiven[] }) {
  return (
    <div className="bf-group">
      <h3 className="bf-h2 bf-h2--quiet">{here.around.read(title)}</h3>
      <List>
        {rows.map((row) => (
          <StoredRow key={row.step.id} here={here} {...row} />
        ))}
      </List>
    </div>
  )
}

type StepOf = Guide['blocks'][number]['steps'][number]
interface StoredRowGiven {
  readonly step: StepOf
  readonly answer: StoredAnswer
}
/** Part by part, as «Se over» showed it. */
function writtenBlocks(part: ContributionView) {
  const guide = part.guide && guideOf(part.guide.code, part.guide.version)
  return (guide?.blocks ?? []).flatMap((block) => {
    const rows = block.steps.flatMap((step): readonly StoredRowGiven[] => {
      const answer = part.answers[step.id]
      return answer && !('skipped' in answer) && step.type !== 'agreements' ? [{ step, answer }] : []
    })
    return rows.length === 0 ? [] : [{ ...block, rows }]
  })
}

function StoredRow({ here, step, answer }: StoredRowGiven & { readonly here: VisitHere }) {
  const say = useSay()
  const words = useWords(here)
  const v: Json | undefined = 'v' in answer ? answer.v : undefined
  const lines = v === undefined ? [say('visit.wasDeclined')] : answerLines(step, v, words)
  const note = 'v' in answer ? answer.note : undefined
  return <WrittenRow question={fillAfterwards(here.around.read(step.text), {})} lines={lines} note={note && quoted(note, say)} />
}
