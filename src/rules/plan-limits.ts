// How short a plan is to be (N 5.4; DOMAIN.md 0.6 and 2.5): an end date within a year, at most two main goals, and no more
// sub-goals at a time than one can carry. The two marked [D] are our own.

export const PLAN_LIMITS = {
  maxMonths: 12,
  /** DOMAIN.md 2.5, default [D]. */
  reviewEveryMonths: 3,
  mainGoals: 2,
  /** More is allowed, and said. */
  subGoals: 5,
  goalLength: 160,
  /** A talk this recent counts as the talk before a measure is started (N 6.2) [D]. */
  talkDays: 30,
} as const
