// The first page: what this is in two sentences, in a demo the people to try it as, else sign-in and where one is.
// Then the six words, shown once, and the first fetch with its count (UX.md 5).

import { type FormEvent, useEffect, useState } from 'react'
import type { Casebook } from '#device/casebook.ts'
import { type OfficeInfo, officeInfo, openDesk, signIn } from '#device/vault.ts'
import { LANGUAGES, type Language } from '#texts/catalogue.ts'
import { door } from '#texts/door.ts'
import { useUi } from '../ui-store.ts'
import { Enrolling } from './enrolling.tsx'
import { LostNote } from './lost-note.tsx'

interface WelcomeProps {
  readonly isSignedOut: boolean
  /** Nothing of a phone is here, and the office may know that there was: also at the address a locked phone has. */
  readonly mayBeEmptied?: boolean
  /** Half of what a phone has is gone from this browser; `words`: the key is there and somebody else's, or forgotten. */
  readonly lost?: 'vault' | 'key' | 'words'
  readonly onOpen: (casebook: Casebook, isDemo: boolean) => Promise<void>
  readonly onSignedOut: () => void
}
type Place = 'field' | 'desk'
type Trouble = 'wrongSignIn' | 'tooMany' | 'unreachable' | 'enrolledBrowser'

export function Welcome({ isSignedOut, mayBeEmptied = false, lost, onOpen, onSignedOut }: WelcomeProps) {
  const words = door[useUi((ui) => ui.language)]
  const [info, setInfo] = useState<OfficeInfo>()
  const [trouble, setTrouble] = useState<Trouble>()
  const [isBusy, setBusy] = useState(false)
  const [ticket, setTicket] = useState<string>()
  useEffect(() => {
    void officeInfo().then((found) => (found.kind === 'unreachable' ? setTrouble('unreachable') : setInfo(found)))
  }, [])
  const isDemo = info?.isDemo === true
  const isEmptied = lost !== undefined || (mayBeEmptied && info?.lost !== undefined)
  const isLookedUp = info !== undefined || trouble !== undefined
  const isOut = isSignedOut && !isEmptied && (isLookedUp || !mayBeEmptied)
  const enter = async (account: string, password: string, place: Place) => {
    setBusy(true)
    setTrouble(undefined)
    const stopped = await entered(account, password, place)
    setBusy(false)
    if (stopped !== undefined) setTrouble(stopped)
  }
  const entered = async (account: string, password: string, place: Place): Promise<Trouble | undefined> => {
    const signed = await signIn(account, password)
    if (signed.kind !== 'ticket') return TROUBLES[signed.kind]
    if (place === 'field') {
      setTicket(signed.ticket)
      return undefined
    }
    const desk = await openDesk(signed.ticket, onSignedOut)
    if (!('watch' in desk)) return desk.kind === 'isPhone' ? 'enrolledBrowser' : 'unreachable'
    await onOpen(desk, isDemo)
    return undefined
  }
  if (ticket !== undefined) return <Enrolling ticket={ticket} isDemo={isDemo} onOpen={onOpen} onFailed={() => setTicket(undefined)} />
  return (
    <div className="bf-shell bf-welcome">
      <header className="bf-head">
        <div className="bf-head__text">
          <h1 className="bf-head__title">{info?.name ?? words.welcome}</h1>
          <p className="bf-head__sub">{isOut ? words.signedOut : isDemo ? words.demoTitle : ''}</p>
        </div>
      </header>
      <main className="bf-main">
        <p className="bf-text">{words.what}</p>
        {isEmptied ? <LostNote lost={lost} phone={info?.lost} /> : null}
        {trouble === undefined ? null : (
          <p className="bf-note bf-note--care bf-note--bare" role="alert">
            <span>{words[trouble]}</span>
          </p>
        )}
        {info === undefined ? null : isDemo ? (
          <DemoSignIns info={info} isBusy={isBusy} onEnter={enter} />
        ) : (
          <SignInForm isBusy={isBusy} onEnter={enter} />
        )}
        <Languages />
      </main>
    </div>
  )
}

const TROUBLES = { wrong: 'wrongSignIn', tooMany: 'tooMany', unreachable: 'unreachable' } as const
type Enter = (account: string, password: string, place: Place) => Promise<void>

function DemoSignIns({ info, isBusy, onEnter }: { readonly info: OfficeInfo; readonly isBusy: boolean; readonly onEnter: Enter }) {
  const words = door[useUi((ui) => ui.language)]
  return (
    <section className="bf-group bf-group--wide">
      <p className="bf-text bf-subtle">{words.demoWhat}</p>
      <div className="bf-acts">
        {info.signIns.map((person, i) => (
          <button
            key={person.account}
            type="button"
            className={i === 0 ? 'bf-act bf-act--call bf-act--center' : 'bf-act bf-act--center'}
            disabled={isBusy}
            onClick={() => void onEnter(person.account, person.password, person.place)}
          >
            <span>{(person.place === 'desk' ? words.tryDesk : words.tryField)({ name: person.name })}</span>
          </button>
        ))}
      </div>
      <p className="bf-meta">{words.privateWindow}</p>
    </section>
  )
}

function SignInForm({ isBusy, onEnter }: { readonly isBusy: boolean; readonly onEnter: Enter }) {
  const words = door[useUi((ui) => ui.language)]
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [place, setPlace] = useState<Place>('field')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onEnter(account, password, place)
  }
  return (
    <form className="bf-group bf-group--wide" onSubmit={submit}>
      <label className="bf-h2" htmlFor="account">
        {words.account}
      </label>
      <input
        id="account"
        className="bf-field"
        value={account}
        onChange={(event) => setAccount(event.target.value)}
        autoComplete="off"
        autoCapitalize="none"
        required
      />
      <label className="bf-h2" htmlFor="password">
        {words.password}
      </label>
      <input
        id="password"
        type="password"
        className="bf-field"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        autoComplete="off"
        required
      />
      <Places place={place} onPlace={setPlace} />
      <button type="submit" className="bf-act bf-act--call bf-act--center" disabled={isBusy}>
        <span>{isBusy ? words.signingIn : words.signIn}</span>
      </button>
    </form>
  )
}

function Places({ place, onPlace }: { readonly place: Place; readonly onPlace: (place: Place) => void }) {
  const words = door[useUi((ui) => ui.language)]
  return (
    <fieldset className="bf-places">
      <legend className="bf-h2">{words.where}</legend>
      {(['field', 'desk'] as const).map((option) => (
        <label key={option} className="bf-place">
          <input type="radio" name="place" checked={place === option} onChange={() => onPlace(option)} />
          <span>
            {option === 'field' ? words.onPhone : words.onDesk}
            <small>{option === 'field' ? words.onPhoneHint : words.onDeskHint}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

const NAMES: Readonly<Record<Language, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' }
function Languages() {
  const language = useUi((ui) => ui.language)
  const setLanguage = useUi((ui) => ui.setLanguage)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <section className="bf-row" aria-label={door[language].language}>
      {LANGUAGES.map((code) => (
        <button key={code} type="button" lang={code} className="bf-chip" aria-pressed={code === language} onClick={() => setLanguage(code)}>
          {NAMES[code]}
        </button>
      ))}
    </section>
  )
}
