// The last net: if a screen throws, a person reads one plain sentence and a way on. Nothing of the error is shown or
// kept, since it may hold what a record holds.

import { Component, type ReactNode } from 'react'
import { lock } from '#texts/lock.ts'
import { tryMissedAgain } from '../lazy-screen.ts'
import { useUi } from '../ui-store.ts'

export class Broken extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  #hasTried = false
  /** A screen that would not come is fetched again where one stands; the next time everything is opened anew. */
  readonly #again = (): void => {
    const canCome = tryMissedAgain() && !this.#hasTried
    this.#hasTried = true
    if (canCome) this.setState({ isBroken: false })
    else location.replace('/')
  }

  override render() {
    return this.state.isBroken ? <Apology onAgain={this.#again} /> : this.props.children
  }
}

function Apology({ onAgain }: { readonly onAgain: () => void }) {
  const words = lock[useUi((ui) => ui.language)]
  return (
    <div className="bf-shell bf-lock">
      <div className="bf-lock__top">
        <h1 className="bf-h2">{words.somethingWrong}</h1>
      </div>
      <div className="bf-lock__bottom">
        <button type="button" className="bf-act bf-act--call" onClick={onAgain}>
          <span>{words.reload}</span>
        </button>
      </div>
    </div>
  )
}
