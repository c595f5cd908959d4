// One renderer for every kind of question. A kind with no own form here is written in words; nothing is ever left
// without a place for the answer.

import { never } from '#domain/result.ts'
import { Agreements } from './answers/agreements.tsx'
import { SeenAreas } from './answers/areas.tsx'
import type { Asked } from './answers/asked.ts'
import { BudgetAnswers } from './answers/budget.tsx'
import { MeasureChecks } from './answers/checks.tsx'
import { ManyAnswers, OneAnswer, ScaleAnswer } from './answers/choices.tsx'
import { DayAnswer } from './answers/day.tsx'
import { EachAnswer } from './answers/each.tsx'
import { DateAnswer, MoneyAnswer, NumberAnswer, TextAnswer } from './answers/entries.tsx'
import { GoalScore } from './answers/goal-score.tsx'
import { MeasureReviews } from './answers/measure-review.tsx'
import { NextVisit } from './answers/next-visit.tsx'
import { TaskOffer } from './answers/offer.tsx'
import { PeopleAnswer } from './answers/people.tsx'
import { PhotoAnswer } from './answers/photo.tsx'
import { SignatureAnswer } from './answers/signature.tsx'

export function AnswerInput(asked: Asked) {
  const { step } = asked.screen
  switch (step.type) {
    case 'info':
      return step.options ? <OneAnswer {...asked} /> : null
    case 'yesno':
    case 'yesnounsure':
    case 'single':
      return <OneAnswer {...asked} />
    case 'multi':
      return step.options ? <ManyAnswers {...asked} /> : <TextAnswer {...asked} />
    case 'people':
      return step.people ? <PeopleAnswer {...asked} /> : step.options ? <ManyAnswers {...asked} /> : <TextAnswer {...asked} />
    case 'each':
      return <EachAnswer {...asked} />
    case 'taskOffer':
      return <TaskOffer {...asked} />
    case 'text':
      return <TextAnswer {...asked} />
    case 'photo':
      return step.photo ? <PhotoAnswer {...asked} /> : <TextAnswer {...asked} />
    case 'signature':
      return <SignatureAnswer {...asked} />
    case 'budget':
      return <BudgetAnswers {...asked} />
    case 'day':
      return <DayAnswer {...asked} />
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
