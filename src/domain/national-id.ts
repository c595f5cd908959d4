// Fødselsnummer and D-nummer: eleven digits, of which the last two check the others (modulus 11). Says only whether a
// number can be one; whose it is, the office looks up elsewhere. Never on a device (DOMAIN.md 2.1).

const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
const D_NUMBER = 4
const TEST_MONTHS = [0, 40, 80]

export const digitsOf = (typed: string): string => typed.replace(/[\s\u00a0]/g, '')

export function isNationalId(typed: string): boolean {
  const words = digitsOf(typed)
  if (!/^\d{11}$/.test(words)) return false
  const digits = [...words].map(Number)
  return isDate(digits) && checks(digits, FIRST) && checks(digits, SECOND)
}

const checks = (digits: readonly number[], weights: readonly number[]): boolean =>
  weights.reduce((sum, weight, i) => sum + weight * (digits[i] ?? 0), 0) % 11 === 0

/** A D-nummer adds 4 to the first digit; made-up numbers for trying things out add 40 or 80 to the month. */
function isDate(digits: readonly number[]): boolean {
  const two = (from: number): number => (digits[from] ?? 0) * 10 + (digits[from + 1] ?? 0)
  const day = (digits[0] ?? 0) >= D_NUMBER ? two(0) - D_NUMBER * 10 : two(0)
  return day >= 1 && day <= 31 && TEST_MONTHS.some((added) => two(2) - added >= 1 && two(2) - added <= 12)
}

/** «010100 *****»: enough to see that it is there. */
export const masked = (nationalId: string): string => `${digitsOf(nationalId).slice(0, 6)} *****`
