// The papers of one resident, each with the copy given last.

import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import type { PaperKind } from '#domain/codes.ts'
import type { GivenCopy } from '#domain/copies.ts'
import { dateOf, type LocalDate } from '#domain/ids.ts'
import { copiesOf, type PaperRef, papersOf } from '#domain/paper-list.ts'
import { text } from '#domain/reading.ts'
import type { Language } from '#texts/catalogue.ts'
import { longDate } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { LinkRow, List, Section } from '../parts/cards.tsx'
import { Screen } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { useDay } from '../use-day.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { kindInPath } from './use-papers.ts'

interface Given {
  readonly view: CaseView
  readonly answer: Answer
}

const PARTS = [
  ['paper.planPart', ['plan', 'agreement']],
  ['paper.meetingPart', ['invitation', 'minutes']],
  ['paper.consentPart', ['consent']],
  ['paper.internalPart', ['key_data']],
] as const satisfies readonly (readonly [string, readonly PaperKind[]])[]

export function PaperList({ view, answer }: Given) {
  const say = useSay()
  const papers = papersOf(view, answer.rows)
  return (
    <Screen header={{ title: say('paper.title'), sub: view.resident.name, back: paths.resident(view.lane) }}>
      {PARTS.map(([title, kinds]) => (
        <Part
          key={title}
          title={say(title)}
          papers={papers.filter(({ kind }) => kinds.some((one) => one === kind))}
          view={view}
          answer={answer}
        />
      ))}
    </Screen>
  )
}

function Part({ title, papers, view, answer }: Given & { readonly title: string; readonly papers: readonly PaperRef[] }) {
  const say = useSay()
  const language = useLanguage()
  const day = useDay()
  if (papers.length === 0) return null
  return (
    <Section title={title}>
      <List>
        {papers.map((paper) => (
          <LinkRow
            key={`${paper.kind}${paper.of}`}
            to={pathOf(view, paper)}
            title={titleOf(paper, { view, answer }, say, language)}
            sub={lastCopy(copiesOf(answer.rows, paper)[0], say, day)}
          />
        ))}
      </List>
    </Section>
  )
}

const pathOf = ({ lane, plan, resident }: CaseView, { kind, of }: PaperRef): string =>
  of === plan?.id || of === resident.id ? paths.papers(lane, kindInPath(kind)) : paths.papers(lane, kindInPath(kind), of)

/** What it is, and which one of them. */
function titleOf({ kind, of }: PaperRef, { view, answer }: Given, say: Say, language: Language): string {
  const what = say(`term.paperKind.${kind}`)
  const which = whichOf({ kind, of }, { view, answer }, say, language)
  if (kind === 'consent' && which !== undefined) return which
  return which === undefined ? what : say('paper.says', { who: what, what: which })
}

function whichOf({ kind, of }: PaperRef, { view, answer }: Given, say: Say, language: Language): string | undefined {
  if (kind === 'consent') {
    const consent = view.consents.find(({ id }) => id === of)
    return consent?.text ?? (consent?.kind && say(`term.consentKind.${consent.kind}`))
  }
  const at = view.group?.meetings.find(({ id }) => id === of)?.plannedAt ?? view.visits.find(({ id }) => id === of)?.start
  if (at !== undefined) return longDate(language, dateOf(at))
  const row = answer.rows.get(of)
  return kind === 'agreement' && row ? text(row, 'creditor') : undefined
}

/** «Kopi gitt Einar 24. november, i hånden» */
export function lastCopy(copy: GivenCopy | undefined, say: Say, day: (date: LocalDate) => string): string {
  if (copy === undefined) return say('paper.noCopy')
  const how = copy.how === undefined ? '' : say(`paper.how.${copy.how}`)
  return say('paper.copyGiven', { to: copy.to, date: copy.on === undefined ? '' : day(copy.on), how })
}
