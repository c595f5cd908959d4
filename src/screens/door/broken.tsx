// The last net: if a screen throws, a person reads one plain sentence and a way on. Nothing of the error is shown or
// kept, since it may hold what a record holds.

import { Component, type ReactNode } from 'react'
import { lock } from '#texts/lock.ts'
import { useUi } from '../ui-store.ts'

export class Broken extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    return this.state.isBroken ? <Apology /> : this.props.children
  }
}

function Apology() {
  const words = lock[useUi((ui) => ui.language)]
  return (
    <div className="bf-shell bf-lock">
      <div className="bf-lock__top">
        <h1 className="bf-h2">{words.somethingWrong}</h1>
      </div>
      <div className="bf-lock__bottom">
        <button type="button" className="bf-act bf-act--call" onClick={() => location.replace('/')}>
          <span>{words.reload}</span>
        </button>
      </div>
    </div>
  )
}
