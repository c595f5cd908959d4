// Which question stands on the screen.

import type { Editing } from './editing.tsx'
import { MeasurePart } from './measure-part.tsx'
import { StepCheck } from './step-check.tsx'
import { StepExpect } from './step-expect.tsx'
import { StepFirst } from './step-first.tsx'
import { StepKind, StepMeasures } from './step-measures.tsx'
import { StepLong, StepMeet, StepReview } from './step-time.tsx'
import { StepWho } from './step-who.tsx'
import { StepWish } from './step-wish.tsx'
import { placeOf } from './steps.ts'

export function StepBody({ editing, at }: { readonly editing: Editing; readonly at: string }) {
  const place = placeOf(at)
  if ('measure' in place) {
    const measure = editing.plan.measures.find(({ id }) => id === place.measure)
    return measure ? <MeasurePart editing={editing} measure={measure} part={place.part} /> : null
  }
  switch (place.step) {
    case 'wish':
      return <StepWish editing={editing} />
    case 'first':
      return <StepFirst editing={editing} />
    case 'kind':
      return <StepKind editing={editing} />
    case 'measures':
      return <StepMeasures editing={editing} />
    case 'expect':
      return <StepExpect editing={editing} />
    case 'long':
      return <StepLong editing={editing} />
    case 'meet':
      return <StepMeet editing={editing} />
    case 'review':
      return <StepReview editing={editing} />
    case 'who':
      return <StepWho editing={editing} />
    case 'check':
      return <StepCheck editing={editing} />
  }
}
