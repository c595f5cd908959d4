// Who to call when it is urgent: the number is the largest thing, above the form. In the demo the number is shown and
// not dialled, and it says so, because somebody will press 112 to see what happens.

import type { ReactNode } from 'react'
import { useState } from 'react'
import { phoneNumber } from '#texts/format.ts'
import { useSay } from '../use-say.tsx'
import { useSession } from '../use-session.tsx'
import { PhoneIcon } from './icons.ts'

export interface EmergencyNumber {
  readonly code: string
  /** «Ring barnevernvakten» */
  readonly title: string
  readonly hint: string
  readonly phone: string
  readonly tone: 'call' | 'danger' | 'plain'
}

export function EmergencyNumbers({ numbers }: { readonly numbers: readonly EmergencyNumber[] }) {
  const say = useSay()
  const { isDemo } = useSession()
  const [pressed, setPressed] = useState<string>()
  return (
    <div className="bf-acts">
      {numbers.map(({ code, title, hint, phone, tone }) => (
        <CallAct key={code} phone={phone} tone={tone} onDemo={isDemo ? () => setPressed(phoneNumber(phone)) : undefined}>
          {title}
          <small>{hint}</small>
        </CallAct>
      ))}
      {isDemo ? (
        <p className="bf-meta" role="status">
          {pressed === undefined ? '' : `${pressed} · ${say('shell.demoNoCall')}`}
        </p>
      ) : null}
    </div>
  )
}

interface CallActProps {
  readonly phone: string
  readonly tone: EmergencyNumber['tone']
  readonly children: ReactNode
  readonly onDemo: (() => void) | undefined
}
function CallAct({ phone, tone, children, onDemo }: CallActProps) {
  const className = tone === 'plain' ? 'bf-act' : `bf-act bf-act--${tone}`
  const inside = (
    <>
      <PhoneIcon aria-hidden fontSize="1.5rem" />
      <span>{children}</span>
      <span />
    </>
  )
  if (onDemo)
    return (
      <button type="button" className={className} onClick={onDemo}>
        {inside}
      </button>
    )
  return (
    <a className={className} href={`tel:${phone.replace(/\s/g, '')}`}>
      {inside}
    </a>
  )
}
