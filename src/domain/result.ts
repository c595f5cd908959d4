// What can be expected is a value: either ok, or a refusal that says its kind. What must not happen is thrown.

export type Result<T, R extends { readonly kind: string }> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })
export const refuse = <R extends { readonly kind: string }>(refusal: R): { readonly ok: false; readonly refusal: R } => ({
  ok: false,
  refusal,
})

/** For the default of an acting switch: a new case without its branch does not compile. */
export function never(value: never): never {
  throw new TypeError(`unreachable case: ${typeof value}`)
}
