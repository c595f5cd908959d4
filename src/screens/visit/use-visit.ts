// One visit as its screens read it: the case, the visit, the guide with its words, and the open draft if there is one.

import { useMemo } from 'react'
import { useParams } from 'react-router'
import type { Answer, Casebook } from '#device/casebook.ts'
import { type CaseView, readCase } from '#domain/case-view.ts'
import type { VisitView } from '#domain/case-view-visits.ts'
import type { Guide } from '#domain/guide.ts'
import type { Id, LaneId } from '#domain/ids.ts'
import { fill, type VisitContext, visitContext } from '#domain/visit-context.ts'
import type { Walk } from '#domain/visit-walk.ts'
import { guideOf } from '#guides/registry.ts'
import { idOfParam, laneOfParam } from '../paths.ts'
import { nameOf, type Person, peopleOf } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useAnswer, useCasebook } from '../use-session.tsx'
import type { Around } from './answers/asked.ts'
import { guideForVisit } from './load-guide.ts'
import { steady } from './steady.ts'
import { surroundings } from './surroundings.ts'
import type { OpenDraft } from './visit-content.ts'
import { keeperOfVisit, type VisitKeeper } from './visit-keepers.ts'

export interface VisitHere {
  readonly casebook: Casebook
  readonly answer: Answer
  readonly lane: LaneId
  readonly view: CaseView
  readonly visit: VisitView
  readonly guide: Guide
  readonly context: VisitContext
  readonly people: ReadonlyMap<Id, Person>
  readonly around: Around
  readonly keeper: VisitKeeper | undefined
}
export type OpenVisit = VisitHere & { readonly keeper: VisitKeeper }

export function useVisit(): VisitHere | 'loading' | 'missing' {
  const { resident, visit: param } = useParams()
  const lane = laneOfParam(resident)
  const id = idOfParam(param)
  const casebook = useCasebook()
  const answer = useAnswer(lane ? { ask: 'resident', lane } : { ask: 'today' })
  // Every kept answer is a new answer of the casebook, but the rows are the same ones until something moved.
  const rows = answer?.rows
  const view = useMemo(() => (rows && lane ? readCase(rows) : undefined), [rows, lane])
  const visit = view?.visits.find((found) => found.id === id)
  const keeper = answer && id ? keeperOfVisit(casebook, id, answer.drafts) : undefined
  const office = sameOffice(answer?.office ?? [])
  const people = useMemo(() => peopleOf(office), [office])
  const around = useAround(answer, view, visit, people, casebook.me)
  if (!lane || !id) return 'missing'
  if (!answer) return 'loading'
  if (!view || !visit || !around) return 'missing'
  const started = keeper?.held().content.guide
  const guide = started ? guideOf(started.code, started.version) : guideForVisit(visit, answer.today)
  if (!guide) return 'missing'
  return { casebook, answer, lane, view, visit, guide, people, context: around.context, around, keeper }
}

/** Every kept answer brings new lists of the same rows: what is reckoned from them is reckoned once for each visit. */
const sameOffice = steady<Answer['office'][number]>()
const sameInquiries = steady<Answer['inquiries'][number]>()

function useAround(
  answer: Answer | undefined,
  view: CaseView | undefined,
  visit: VisitView | undefined,
  people: ReadonlyMap<Id, Person>,
  me: Id,
): Around | undefined {
  const say = useSay()
  const language = useLanguage()
  const today = answer?.today
  const rows = answer?.rows
  const office = sameOffice(answer?.office ?? [])
  const inquiries = sameInquiries(answer?.inquiries ?? [])
  return useMemo(() => {
    if (!today || !rows || !view || !visit) return undefined
    const context = visitContext(
      view,
      visit.id,
      today,
      surroundings({ office, inquiries, rows, today }, view, people, me, { say, language }),
    )
    const others = [...people.values()].filter(
      (one) => one.id !== me && (visit.workers.includes(one.id) || one.roles.includes('case_worker')),
    )
    return {
      context,
      view,
      rows,
      visit: visit.id,
      today,
      me,
      myName: nameOf(people, me),
      residentName: firstName(view.resident.name),
      takers: [
        { code: 'resident', text: firstName(view.resident.name) },
        { code: me, text: say('visit.me') },
        ...others.map(({ id, name }) => ({ code: id, text: firstName(name) })),
      ],
      usualStart: visit.start,
      read: (text) => fill(text[language], context.fills),
    }
  }, [today, rows, office, inquiries, view, visit, people, me, say, language])
}

/** First names suffice in somebody's home. */
export const firstName = (name: string): string => name.split(' ')[0] ?? name

export const walkOf = (here: VisitHere, content: Pick<OpenDraft, 'answers'>): Walk => ({
  guide: here.guide,
  answers: content.answers,
  context: here.context,
})

/** The others of the visit: «Besøk sammen med Jon». */
export const companions = ({ visit, people, casebook }: VisitHere): readonly string[] =>
  visit.workers
    .filter((id) => id !== casebook.me)
    .flatMap((id) => people.get(id)?.name ?? [])
    .map(firstName)
