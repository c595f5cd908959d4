// «Del»: the paper as plain text to wherever the phone can send it; where it cannot share, the text is copied.

import { useState } from 'react'
import { OutlineButton } from '../parts/button.tsx'
import { useSay } from '../use-say.tsx'

const canShare = (): boolean => 'share' in navigator

export function ShareButton({ text }: { readonly text: () => string }) {
  const say = useSay()
  const [said, setSaid] = useState<'paper.copied' | 'paper.notShared'>()
  const press = async () => {
    try {
      if (canShare()) await navigator.share({ text: text() })
      else await navigator.clipboard.writeText(text())
      setSaid(canShare() ? undefined : 'paper.copied')
    } catch (error) {
      // Whoever closes the share sheet has changed her mind.
      setSaid(error instanceof DOMException && error.name === 'AbortError' ? undefined : 'paper.notShared')
    }
  }
  return (
    <>
      <OutlineButton onPress={() => void press()}>{say(canShare() ? 'paper.share' : 'paper.copyText')}</OutlineButton>
      <span className={said === undefined ? 'bf-visually-hidden' : 'bf-small'} role="status">
        {said === undefined ? '' : say(said)}
      </span>
    </>
  )
}
