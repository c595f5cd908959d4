// «Spør Jon», «Ring»: the number of somebody. In the demo it shows the number and does not ring.

import { Button } from '@navikt/ds-react/Button'
import { useState } from 'react'
import { phoneNumber } from '#texts/format.ts'
import { useSay } from '../use-say.tsx'
import { PhoneIcon } from './icons.ts'

export interface AskPersonProps {
  readonly name: string
  readonly phone: string | undefined
  readonly isDemo: boolean
  readonly size?: 'medium' | 'small'
  /** Another word than «Spør …», with its full spoken name. */
  readonly word?: string
  readonly label?: string
}

export function AskPerson({ name, phone, isDemo, size = 'medium', word, label }: AskPersonProps) {
  const say = useSay()
  const [isShown, setShown] = useState(false)
  const text = word ?? say('versions.askPerson', { name })
  const look = { variant: 'secondary', size, icon: <PhoneIcon aria-hidden />, 'aria-label': label } as const
  if (phone !== undefined && !isDemo)
    return (
      <Button as="a" href={`tel:${phone.replace(/\s/g, '')}`} {...look}>
        {text}
      </Button>
    )
  return (
    <>
      {isShown ? (
        <span className="bf-meta bf-ask-number" role="status">
          {phone === undefined ? say('versions.noPhone') : say('versions.demoPhone', { phone: phoneNumber(phone) })}
        </span>
      ) : null}
      <Button type="button" aria-expanded={isShown} onClick={() => setShown(!isShown)} {...look}>
        {text}
      </Button>
    </>
  )
}
