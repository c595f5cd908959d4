// What lies on this phone: how many homes, how much room of its own, whether the browser may clear it away, and whether
// what waits is sent while the app is locked. The browser's own figure of free space is not trusted (DESIGN.md 7).

import type { Answer, Sending } from '#device/casebook.ts'
import type { Language } from '#texts/catalogue.ts'
import { Note, Section } from '../parts/cards.tsx'
import { useLanguage, useSay } from '../use-say.tsx'

export function OnThisPhone({ answer: { sending, summaries } }: { readonly answer: Answer }) {
  const say = useSay()
  const { canSendWhileLocked, isPersistent, isNearlyFull, waiting } = sending
  const facts = [
    summaries.length === 0 ? '' : say('sending.homes', { n: summaries.length }),
    say(canSendWhileLocked ? 'sending.whileLocked' : 'sending.notWhileLocked'),
    useRoomUsed(sending),
    isPersistent === true ? say('sending.persistent') : '',
  ]
  return (
    <Section title={say('sending.here')}>
      <p className="bf-text">{facts.filter(Boolean).join(' ')}</p>
      {isNearlyFull === true ? (
        <Note tone="care">{say(waiting.length > 0 ? 'sending.nearlyFullWaiting' : 'sending.nearlyFull')}</Note>
      ) : null}
      {isPersistent === false ? <Note tone="care">{say('sending.notPersistent')}</Note> : null}
    </Section>
  )
}

/** «Bruker 4,1 MB av 200 MB» */
function useRoomUsed({ usedBytes, budgetBytes }: Sending): string {
  const say = useSay()
  const language = useLanguage()
  if (usedBytes === undefined) return ''
  const size = megabytes(usedBytes, language)
  return budgetBytes === undefined ? say('sending.used', { size }) : say('sending.usedOf', { size, of: megabytes(budgetBytes, language) })
}

const MEGABYTE = 1_000_000
const megabytes = (bytes: number, language: Language): string =>
  new Intl.NumberFormat(language === 'en' ? 'en' : 'nb', {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: bytes < 10 * MEGABYTE ? 1 : 0,
  }).format(bytes / MEGABYTE)
