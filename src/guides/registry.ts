// Which guides there are. A started visit keeps its version, so a version is never taken out once it has been used.

import type { VisitKind } from '#domain/codes.ts'
import type { Guide } from '#domain/guide.ts'
import type { LocalDate } from '#domain/ids.ts'
import { G1_V1 } from './g1.ts'
import { G2_V1 } from './g2.ts'
import { G2_V2 } from './g2-v2.ts'
import { G3_V1 } from './g3.ts'
import { G4_V1 } from './g4.ts'
import { G5_V1 } from './g5.ts'
import { G6_V1 } from './g6.ts'
import { G6_V2 } from './g6-v2.ts'
import { G7_V1 } from './g7.ts'

export const GUIDES: readonly Guide[] = [G1_V1, G2_V1, G2_V2, G3_V1, G4_V1, G5_V1, G6_V1, G6_V2, G7_V1]

/** Undefined when this build does not have that guide: say so, and let the person use Raskt notat. */
export const guideOf = (code: string, version: number): Guide | undefined =>
  GUIDES.find((guide) => guide.code === code && guide.version === version)

/** The newest version valid today, for a visit about to start. */
export const guideFor = (kind: VisitKind, today: LocalDate): Guide | undefined => newest((guide) => guide.visitKinds.includes(kind), today)

/** The same by code, for a visit that was planned with it: it keeps its version from when it is started, not before. */
export const newestGuide = (code: string, today: LocalDate): Guide | undefined => newest((guide) => guide.code === code, today)

const newest = (is: (guide: Guide) => boolean, today: LocalDate): Guide | undefined =>
  GUIDES.filter((guide) => is(guide) && guide.validFrom <= today).sort((a, b) => b.version - a.version)[0]
