// The one Trusted Types policy of the app (CSP: `trusted-types sw-url`): the service worker and the key file's worker
// are the only scripts ever loaded by address. Anything else throws, also where the browser has no Trusted Types.

interface Policy {
  readonly createScriptURL: (path: string) => string
}
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: Policy) => Policy
}
declare const trustedTypes: TrustedTypes | undefined

const KNOWN = [
  /^\/service-worker\.js$/,
  /^\/assets\/keyfile-worker-[\w-]+\.js$/,
  /^\/src\/device\/keyfile-worker\.ts(\?|$)/, // the development server's own address for it
]

function known(path: string): string {
  if (KNOWN.some((pattern) => pattern.test(path))) return path
  throw new TypeError('not a script of this app')
}

const rules: Policy = { createScriptURL: known }
let policy: Policy | undefined

/** The address as the browser wants it: a trusted one where it asks for that (typed as the string it stands for). */
export function scriptUrl(path: string): string {
  policy ??= typeof trustedTypes === 'undefined' ? rules : trustedTypes.createPolicy('sw-url', rules)
  return policy.createScriptURL(path)
}
