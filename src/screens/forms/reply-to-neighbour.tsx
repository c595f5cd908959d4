// What one may answer a neighbour, to copy: it never says who lives there, nor whether anybody gets help (N 5.6 box).

import { useState } from 'react'
import { OutlineButton } from '../parts/button.tsx'
import { Card } from '../parts/cards.tsx'
import { useSay } from '../use-say.tsx'

export function ReplyToNeighbour() {
  const say = useSay()
  const [said, setSaid] = useState<'forms.complaints.copied' | 'forms.complaints.notCopied'>()
  const words = say('forms.complaints.replyText')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words)
      setSaid('forms.complaints.copied')
    } catch {
      setSaid('forms.complaints.notCopied')
    }
  }
  return (
    <Card className="bf-card--gap">
      <p className="bf-text">{words}</p>
      <OutlineButton onPress={() => void copy()}>{say('forms.complaints.copy')}</OutlineButton>
      <span className={said === undefined ? 'bf-visually-hidden' : 'bf-small'} role="status">
        {said === undefined ? '' : say(said)}
      </span>
    </Card>
  )
}
