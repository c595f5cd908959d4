// Words for progress and evaluation of a plan.

export const progress = {}
