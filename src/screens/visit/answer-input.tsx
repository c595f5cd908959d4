// One renderer for every kind of question. A kind with no own form here is written in words; nothing is ever left
// without a place for the answer.

import { never } from '#domain/result.ts'
import { Agreements } from './answers/agreements.tsx'
import { SeenAreas } from './answers/areas.tsx'
import type { Asked } from './answers/asked.ts'
import { MeasureChecks } from './answers/checks.tsx'
import { ManyAnswers, OneAnswer, ScaleAnswer } from './answers/choices.tsx'
import { DateAnswer, MoneyAnswer, NumberAnswer, TextAnswer } from './answers/entries.tsx'
import { GoalScore } from './answers/goal-score.tsx'
import { MeasureReviews } from './answers/measure-review.tsx'
import { NextVisit } from './answers/next-visit.tsx'

export function AnswerInput(asked: Asked) {
  const { step } = asked.screen
  switch (step.type) {
    case 'info':
      return step.options ? <OneAnswer {...asked} /> : null
    case 'yesno':
    case 'yesnounsure':
    case 'single':
      return <OneAnswer {...asked} />
    case 'taskOffer':
    case 'people':
    case 'each':
    case 'multi':
      return step.options ? <ManyAnswers {...asked} /> : <TextAnswer {...asked} />
    case 'text':
    case 'photo':
    case 'signature':
    case 'budget':
      return <TextAnswer {...asked} />
    case 'day':
    case 'number':
      return <NumberAnswer {...asked} />
    case 'money':
      return <MoneyAnswer {...asked} />
    case 'date':
      return <DateAnswer {...asked} />
    case 'scale5':
      return <ScaleAnswer {...asked} />
    case 'goalScore':
      return <GoalScore {...asked} />
    case 'measureCheck':
      return <MeasureChecks {...asked} />
    case 'measureReview':
      return <MeasureReviews {...asked} />
    case 'agreements':
      return <Agreements {...asked} />
    case 'nextVisit':
      return <NextVisit {...asked} />
    case 'areas':
      return <SeenAreas {...asked} />
    default:
      return never(step.type)
  }
}
