// The sheet of paper on the screen and in print: letterhead, one h1, the body, the foot. It speaks its own language, and
// while it is printed the document does too, so that a PDF is read aloud in the right one.

import './print.css'
import { type ReactNode, useEffect } from 'react'
import type { Language } from '#texts/catalogue.ts'

interface SheetProps {
  readonly language: Language
  readonly isLarge: boolean
  /** The office, largest first. */
  readonly from: readonly string[]
  /** At the right of the letterhead. */
  readonly aside: readonly string[]
  readonly title: string
  readonly footer: readonly string[]
  readonly children: ReactNode
}

export function Sheet({ language, isLarge, from, aside, title, footer, children }: SheetProps) {
  usePrintedIn(language)
  const [office, ...more] = from
  return (
    <article className={isLarge ? 'paper p18' : 'paper p14'} lang={language}>
      <div className="paper-body">
        <div className="lh">
          <div>
            <b>{office}</b>
            {more.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </div>
          <div>
            {aside.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </div>
        </div>
        <h1>{title}</h1>
        {children}
        {footer.length === 0 ? null : (
          <footer>
            {footer.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </footer>
        )}
      </div>
    </article>
  )
}

/** The language of a printed document is the root's; the screen's own comes back afterwards. */
function usePrintedIn(language: Language): void {
  useEffect(() => {
    const root = document.documentElement
    let screen = root.lang
    const before = () => {
      screen = root.lang
      root.lang = language
    }
    const after = () => {
      root.lang = screen
    }
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [language])
}
