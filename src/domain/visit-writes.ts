// What each `Write` of a guide makes of an answer: the closed union of DESIGN.md 3, one small function each, in
// visit-writes-*.ts. Called by visit-finish.ts for shown steps only. What is put together from several steps (arrears, an
// assessment, a plan) is made once for the whole visit. Records that are a worker's own word of this visit belong to her
// contribution (`mine`) and are signed with it; those that live on after it have no root, and each file says why.

import type { StepAnswer } from './answers.ts'
import type { Step, Write } from './guide.ts'
import type { Patch } from './register.ts'
import { applies, type Finishing } from './visit-shared.ts'
import { consentPatches, grantPatches } from './visit-writes-help.ts'
import { homePatches, housingHistory, members, relatives, stay } from './visit-writes-home.ts'
import { arrangementPatches, arrearsPatches, budget } from './visit-writes-money.ts'
import { planPatches } from './visit-writes-plan.ts'
import { assessmentPatches, complaintPatches, counterComplaint } from './visit-writes-said.ts'
import { contactAttempt, goalScores, measureLogs, observe, observeAreas, safetyReport } from './visit-writes-talk.ts'
import { createTasks, createVisit, offeredTask, officeTask, taskEach, taskStatus } from './visit-writes-tasks.ts'

/** The records one step makes. */
export function writesOf(f: Finishing, step: Step): readonly Patch[] {
  const answer = f.draft.answers[step.id]
  return step.writes.filter((write) => applies(write, answer)).flatMap((write) => writeOne(f, step, write, answer))
}

/** What several steps make together, each once for the visit. */
export const togetherPatches = (f: Finishing): readonly Patch[] => [
  ...homePatches(f),
  ...arrearsPatches(f),
  ...arrangementPatches(f),
  ...grantPatches(f),
  ...consentPatches(f),
  ...complaintPatches(f),
  ...assessmentPatches(f),
  ...planPatches(f),
]

function writeOne(f: Finishing, step: Step, write: Write, answer: StepAnswer | undefined): readonly Patch[] {
  switch (write.kind) {
    case 'observe':
      return observe(f, write, answer)
    case 'observeAreas':
      return observeAreas(f, answer)
    case 'goalScore':
      return goalScores(f, answer)
    case 'measureLog':
      return measureLogs(f, write, answer)
    case 'taskStatus':
      return taskStatus(f, answer)
    case 'createTasks':
      return createTasks(f, answer)
    case 'createVisit':
      return createVisit(f, answer)
    case 'contactAttempt':
      return contactAttempt(f, step, write)
    case 'task':
      return officeTask(f, write, answer)
    case 'taskEach':
      return taskEach(f, { write, step, answer })
    case 'offeredTask':
      return offeredTask(f, { write, step, answer })
    case 'safetyReport':
      return safetyReport(f, step)
    case 'housingHistory':
      return housingHistory(f, answer)
    case 'relatives':
      return relatives(f, step, answer)
    case 'members':
      return members(f, answer)
    case 'stay':
      return stay(f, write, answer)
    case 'budget':
      return budget(f, answer)
    case 'counterComplaint':
      return counterComplaint(f, answer)
    // Written once for the visit: togetherPatches, visit-fields.ts, visit-finish.ts and review-writes.ts.
    case 'set':
    case 'childrenCount':
    case 'refusal':
    case 'outcome':
    case 'reviewText':
    case 'reviewTrust':
    case 'reviewHowOften':
    case 'reviewDecision':
    case 'reviewEndDate':
    case 'reviewNewGoal':
    case 'reviewCrisis':
    case 'reviewAgreed':
    case 'goalResult':
    case 'measureReview':
    case 'weDid':
    case 'twoWorkers':
    case 'income':
    case 'causes':
    case 'contactStop':
    case 'arrears':
    case 'arrangement':
    case 'grant':
    case 'grants':
    case 'consent':
    case 'complaint':
    case 'assessment':
    case 'planWish':
    case 'goalWish':
    case 'planDraft':
      return []
  }
}
