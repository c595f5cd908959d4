// Raskt notat.
export function QuickNote() {
  return null
}
