// «Ferdig»: the domain says what the draft becomes, one transaction saves and signs it and takes the draft away, and for
// ten seconds everything can be as it was.

import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Draft, RecordRefusal } from '#device/casebook.ts'
import { finish } from '#domain/visit-finish.ts'
import type { FinishWith } from '#domain/visit-shared.ts'
import type { Language } from '#texts/catalogue.ts'
import { paths } from '../paths.ts'
import { useUi } from '../ui-store.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { finishPacks } from './finish-packs.ts'
import type { OpenVisit, VisitHere } from './use-visit.ts'
import { closeKeeper } from './visit-keepers.ts'

const UNDO_MS = 10_000

export interface Finish {
  readonly finish: () => Promise<void>
  readonly refusal: RecordRefusal['kind'] | undefined
  readonly isBusy: boolean
}

export function useFinish(open: OpenVisit): Finish {
  const [refusal, setRefusal] = useState<RecordRefusal['kind']>()
  const [isBusy, setBusy] = useState(false)
  const language = useLanguage()
  const done = useDone(open)
  const act = async () => {
    const { casebook, keeper, lane } = open
    await keeper.flush()
    const decided = finish(open.guide, keeper.held().content, finishWith(open, keeper.held().content.seen, language))
    // What is missing stands at the top of the screen, with the way to it.
    if (!decided.ok) return window.scrollTo?.({ top: 0, behavior: 'smooth' })
    const recorded = await casebook.record(decided.value.patches, {
      finishes: keeper.id,
      sign: { lane, root: keeper.held().content.contribution },
      holdMs: UNDO_MS,
    })
    if (!recorded.ok) return setRefusal(recorded.refusal.kind)
    done(recorded.undo)
  }
  const press = async () => {
    setBusy(true)
    await act().finally(() => setBusy(false))
  }
  return { finish: press, refusal, isBusy }
}

/** All that decides what Ferdig leaves; `seen` is what was on the screen when the visit was opened. */
export function finishWith(
  { view, answer, casebook, people, context, around }: VisitHere,
  seen: FinishWith['seen'],
  language: Language,
): FinishWith {
  const office = [...people.values()].filter((one) => one.roles.includes('case_worker'))
  const only = office.length === 1 ? office[0] : undefined
  return {
    view,
    rows: answer.rows,
    today: answer.today,
    finishedAt: casebook.now(),
    newId: casebook.newId,
    me: casebook.me,
    seen,
    language,
    packs: finishPacks(language),
    context,
    myName: around.myName,
    ...(only ? { coordinator: only.id } : {}),
  }
}

function useDone({ casebook, keeper, lane, visit, around }: OpenVisit): (undo: () => Promise<boolean>) => void {
  const say = useSay()
  const navigate = useNavigate()
  const offerUndo = useUi((ui) => ui.offerUndo)
  return (undo) => {
    const draft: Draft = keeper.draft()
    closeKeeper(casebook, visit.id)
    const takeBack = async () => {
      const isUndone = await undo()
      if (isUndone) await casebook.keepDraft(draft)
      return isUndone
    }
    offerUndo({ text: say('visit.finished', { name: around.residentName }), undo: takeBack, backTo: paths.review(lane, visit.id) })
    void navigate(paths.visit(lane, visit.id), { replace: true })
  }
}
