// «Spør Jon»: the number of the one who wrote, to ring. In the demo it shows the number and does not ring.

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
}

export function AskPerson({ name, phone, isDemo, size = 'medium' }: AskPersonProps) {
  const say = useSay()
  const [isShown, setShown] = useState(false)
  const label = say('versions.askPerson', { name })
  if (phone !== undefined && !isDemo)
    return (
      <Button as="a" href={`tel:${phone.replace(/\s/g, '')}`} variant="secondary" size={size} icon={<PhoneIcon aria-hidden />}>
        {label}
      </Button>
    )
  return (
    <>
      <Button type="button" variant="secondary" size={size} icon={<PhoneIcon aria-hidden />} aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {label}
      </Button>
      {isShown ? (
        <span className="bf-meta bf-ask-number" role="status">
          {phone === undefined ? say('versions.noPhone') : say('versions.demoPhone', { phone: phoneNumber(phone) })}
        </span>
      ) : null}
    </>
  )
}
