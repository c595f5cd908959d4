// Enrolling this browser: keys are made here, the six words are shown once, and then everything is fetched with a
// count, as a step of its own (UX.md 3, first download).

import { useEffect, useState } from 'react'
import type { Casebook, Progress } from '#device/casebook.ts'
import { type Enrolled, enrol } from '#device/vault.ts'
import { door } from '#texts/door.ts'
import { useUi } from '../ui-store.ts'

interface EnrollingProps {
  readonly ticket: string
  readonly isDemo: boolean
  readonly onOpen: (casebook: Casebook, isDemo: boolean) => Promise<void>
  readonly onFailed: () => void
}

/** A ticket may be used once, also when React mounts twice in development. */
const begun = new Map<string, Promise<Enrolled | undefined>>()
function enrolOnce(ticket: string): Promise<Enrolled | undefined> {
  const running =
    begun.get(ticket) ??
    enrol(ticket, navigator.userAgent.includes('Mobile') ? 'phone' : 'browser').then((result) =>
      result.kind === 'enrolled' ? result : undefined,
    )
  begun.set(ticket, running)
  return running
}

export function Enrolling({ ticket, isDemo, onOpen, onFailed }: EnrollingProps) {
  const words = door[useUi((ui) => ui.language)]
  const [enrolled, setEnrolled] = useState<Enrolled>()
  const [progress, setProgress] = useState<Progress | 'begun'>()
  useEffect(() => {
    void enrolOnce(ticket).then((result) => (result === undefined ? onFailed() : setEnrolled(result)))
  }, [ticket, onFailed])
  const goOn = async () => {
    if (enrolled === undefined) return
    setProgress('begun')
    const casebook = await enrolled.open()
    await casebook.sendNow(setProgress)
    await onOpen(casebook, isDemo)
  }
  if (enrolled === undefined) return <Fetching text={words.signingIn} />
  if (progress !== undefined)
    return (
      <Fetching
        text={progress === 'begun' ? words.fetchingFirst : words.fetching({ done: progress.lanes, of: progress.of })}
        progress={progress === 'begun' ? undefined : progress}
      />
    )
  return (
    <div className="bf-shell bf-welcome">
      <header className="bf-head">
        <div className="bf-head__text">
          <h1 className="bf-head__title">{words.wordsTitle}</h1>
        </div>
      </header>
      <main className="bf-main">
        <p className="bf-text">{isDemo ? words.wordsDemo : words.wordsWhat}</p>
        <ol className="bf-words" translate="no">
          {enrolled.words.split(' ').map((word) => (
            <li key={word}>{word}</li>
          ))}
        </ol>
        <div className="bf-acts">
          <button type="button" className="bf-act bf-act--call bf-act--center" onClick={() => void goOn()}>
            <span>{isDemo ? words.goOn : words.wordsDone}</span>
          </button>
          {isDemo ? null : (
            <button type="button" className="bf-act bf-act--center" onClick={() => print()}>
              <span>{words.wordsPrint}</span>
            </button>
          )}
        </div>
      </main>
    </div>
  )
}

function Fetching({ text, progress }: { readonly text: string; readonly progress?: Progress | undefined }) {
  return (
    <div className="bf-shell bf-lock">
      <div className="bf-lock__top" role="status">
        <p className="bf-text">{text}</p>
        {progress === undefined ? (
          <progress aria-label={text} />
        ) : (
          <progress aria-label={text} value={progress.lanes} max={Math.max(1, progress.of)} />
        )}
      </div>
    </div>
  )
}
