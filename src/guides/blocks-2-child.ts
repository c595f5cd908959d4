// B-CHILD, second version (DOMAIN.md 4.2): the same four questions. Where a guide always asks, the first one finds out
// whether there are children at all, and the others fall away when there are none.

import type { Block, Condition, Step } from '#domain/guide.ts'
import { CHILD_STEPS } from './blocks.ts'
import { WHO, whileItGoesOn2 } from './blocks-2-start.ts'
import { say, stepIn } from './words.ts'

const COUNT = 'child.count'
const childrenAreHere: Condition = { kind: 'includes', step: WHO, any: ['children'] }
const someChildren: Condition = { kind: 'any', of: [{ kind: 'fact', fact: 'childrenLiveHere' }, childrenAreHere] }
/** None live here, and none are here now. */
const notNone: Condition = { kind: 'any', of: [{ kind: 'answeredNot', step: COUNT, is: ['0'] }, childrenAreHere] }

const old = { id: 'child', steps: CHILD_STEPS }
const steps = (whenAsked: readonly Condition[]): readonly Step[] => [
  { ...stepIn(old, COUNT), showIf: whenAsked },
  ...['child.needs', 'child.knows', 'child.worry'].map((id) => ({ ...stepIn(old, id), showIf: [...whenAsked, notNone] })),
]

/** Inside another block: asked when children live here or are here now. */
export const CHILD_STEPS_2: readonly Step[] = steps([someChildren])

/** A block of its own; `alwaysAsked` also when nobody has said that there are children. */
export const childBlock = (alwaysAsked: boolean): Block => ({
  id: 'child',
  title: say('Barn', 'Barn', 'Children'),
  showIf: alwaysAsked ? whileItGoesOn2 : [...whileItGoesOn2, someChildren],
  steps: steps([]),
})
