// Words for making, agreeing and ending a plan.

export const planEdit = {}
