// Money as people type it, in øre and back again. Forgiving about spaces, «kr» and «,-»; never about what is meant.

const GROUPED = /^\d{1,3}(\.\d{3})+(?=,|$)/
/** «18,400.50»: as other countries write it. */
const GROUPED_BY_COMMA = /^\d{1,3}(,\d{3})+(?=\.|$)/

/** «8 400», «8400,50», «kr 8.400,-»; undefined when it is no amount. At most 9 999 999 kr. */
export function oreFrom(typed: string): number | undefined {
  const bare = typed
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/^kr\.?/, '')
    .replace(/(kr\.?|kroner)$/, '')
    .replace(/[.,]-+$/, '')
  const plain = GROUPED.test(bare) ? bare.replaceAll('.', '') : GROUPED_BY_COMMA.test(bare) ? bare.replaceAll(',', '') : bare
  const found = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(plain)
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : undefined
}

/** «8400», «8400,50»: as it stands in a field. */
export const oreTyped = (ore: number | undefined): string =>
  ore === undefined ? '' : ore % 100 === 0 ? String(ore / 100) : `${Math.trunc(ore / 100)},${String(Math.abs(ore) % 100).padStart(2, '0')}`
