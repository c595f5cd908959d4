// What every kind of answer is given: the question as it is read here, the value that stands, and one way to change it.

import type { Value } from '#domain/answers.ts'
import type { CaseView } from '#domain/case-view.ts'
import type { GuideText } from '#domain/guide.ts'
import type { Id, LocalDate, LocalDateTime } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import type { VisitContext } from '#domain/visit-context.ts'
import type { Screen } from '#domain/visit-walk.ts'

/** `now` at a tap, `soon` after a keystroke. */
export type When = 'now' | 'soon'

export interface Asked {
  readonly screen: Screen
  readonly question: string
  readonly value: Value | undefined
  readonly onValue: (value: Value | undefined, when: When) => void
  /** A no that is answered inside the question itself. */
  readonly onDeclined?: () => void
  readonly around: Around
}

/** The visit around the question. */
export interface Around {
  readonly context: VisitContext
  readonly view: CaseView
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly visit: Id
  readonly today: LocalDate
  readonly residentName: string
  readonly me: Id
  /** As a witness is named. */
  readonly myName: string
  /** Those who can take on something: the resident first, then me, then the others. */
  readonly takers: readonly { readonly code: string; readonly text: string }[]
  /** When this visit began or was agreed: «om en uke, samme tid». */
  readonly usualStart: LocalDateTime | undefined
  readonly read: (text: GuideText) => string
}
