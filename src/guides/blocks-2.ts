// The blocks every guide shares, second version (DOMAIN.md 4.2, 4.3). Guides take them from here.

export { CHILD_STEPS_2, childBlock } from './blocks-2-child.ts'
export { AFTER_2, END_STEPS_2, endSteps2 } from './blocks-2-end.ts'
export { REFUSAL } from './blocks-2-refusal.ts'
export { inTheHome2, START_2, WHO, whileItGoesOn2 } from './blocks-2-start.ts'
