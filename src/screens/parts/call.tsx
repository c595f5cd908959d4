// Calling and writing to people. In the demo nothing dials: the button shows the number and says so, for somebody will
// press to see what happens.

import './resident.css'
import { Button } from '@navikt/ds-react/Button'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { phoneNumber } from '#texts/format.ts'
import { useSay } from '../use-say.tsx'
import { useSession } from '../use-session.tsx'
import { ChatIcon, PhoneIcon } from './icons.ts'

const dialled = (phone: string): string => phone.replace(/\s/g, '')

/** What the demo says instead of dialling: «22 22 22 22 · Demo: ringer ikke». */
export function useDemoCall(): { readonly said: string | undefined; readonly press: (phone: string) => void } {
  const say = useSay()
  const [said, setSaid] = useState<string>()
  return { said, press: (phone) => setSaid(`${phoneNumber(phone)} · ${say('shell.demoNoCall')}`) }
}

/** Beside the filled button of a bar, or as the filled one. */
export function CallBarButton({
  phone,
  label,
  children,
  isMain = false,
  onDemo,
}: {
  readonly phone: string
  readonly label: string
  readonly children: ReactNode
  readonly isMain?: boolean
  readonly onDemo: () => void
}) {
  const { isDemo } = useSession()
  const look = {
    variant: isMain ? 'primary' : 'secondary',
    className: isMain ? 'bf-main-action' : '',
    icon: <PhoneIcon aria-hidden fontSize="1.5rem" />,
    'aria-label': label,
  } as const
  if (isDemo)
    return (
      <Button type="button" {...look} onClick={onDemo}>
        {children}
      </Button>
    )
  return (
    <Button as="a" href={`tel:${dialled(phone)}`} {...look}>
      {children}
    </Button>
  )
}

export interface CallRowProps {
  readonly name: string
  /** Beside the buttons: the role. */
  readonly who: string
  /** Below, in full width. */
  readonly more?: readonly (string | undefined)[]
  readonly phone: string | undefined
  /** Text of an SMS, without anything about the case. Undefined = no SMS button. */
  readonly sms?: string
  /** Where her name leads, and how that is said. */
  readonly to?: { readonly path: string; readonly label: string }
  /** Words that act or lead on, below everything. */
  readonly children?: ReactNode
  /** Somebody rang or wrote from here. */
  readonly onReach?: (way: 'phone' | 'sms') => void
}

const noted = (): void => {}

/** A person one can ring: name, who they are, and the round buttons. */
export function CallRow({ name, who, more = [], phone, sms, to, children, onReach = noted }: CallRowProps) {
  const { said, press } = useDemoCall()
  return (
    <li className="bf-list__line">
      <div>
        {to === undefined ? (
          <div className="bf-text bf-strong">{name}</div>
        ) : (
          <Link className="bf-link bf-text bf-tight" to={to.path} aria-label={to.label}>
            {name}
          </Link>
        )}
        {who === '' ? null : <div className="bf-meta">{who}</div>}
      </div>
      {phone === undefined ? <span /> : <Rounds name={name} phone={phone} sms={sms} onDemo={() => press(phone)} onReach={onReach} />}
      <div className="bf-callmore bf-meta">
        <div className="bf-said" role="status">
          {said}
        </div>
        {more.map((line) => (line === undefined ? null : <div key={line}>{line}</div>))}
        {children}
      </div>
    </li>
  )
}

function Rounds({
  name,
  phone,
  sms,
  onDemo,
  onReach,
}: {
  readonly name: string
  readonly phone: string
  readonly sms: string | undefined
  readonly onDemo: () => void
  readonly onReach: (way: 'phone' | 'sms') => void
}) {
  const say = useSay()
  const number = dialled(phone)
  return (
    <div className="bf-calls">
      {sms === undefined ? null : (
        <Round
          href={`sms:${number}?body=${encodeURIComponent(sms)}`}
          label={say('resident.smsNamed', { name })}
          icon={<ChatIcon aria-hidden fontSize="1.5rem" />}
          isQuiet
          onDemo={onDemo}
          onPress={() => onReach('sms')}
        />
      )}
      <Round
        href={`tel:${number}`}
        label={say('shell.callNamed', { name })}
        icon={<PhoneIcon aria-hidden fontSize="1.5rem" />}
        onDemo={onDemo}
        onPress={() => onReach('phone')}
      />
    </div>
  )
}

function Round({
  href,
  label,
  icon,
  isQuiet = false,
  onDemo,
  onPress,
}: {
  readonly href: string
  readonly label: string
  readonly icon: ReactNode
  readonly isQuiet?: boolean
  readonly onDemo: () => void
  readonly onPress: () => void
}) {
  const { isDemo } = useSession()
  const className = isQuiet ? 'bf-call bf-call--quiet' : 'bf-call'
  const pressDemo = () => {
    onDemo()
    onPress()
  }
  if (isDemo)
    return (
      <button type="button" className={className} aria-label={label} onClick={pressDemo}>
        {icon}
      </button>
    )
  return (
    <a className={className} href={href} aria-label={label} onClick={onPress}>
      {icon}
    </a>
  )
}
