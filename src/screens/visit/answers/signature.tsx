// A yes to words that are read aloud first: said aloud and heard, on paper, or drawn on the screen by whoever wants to. A
// drawing is never needed (DOMAIN.md 4.1); where the source asks for writing, saying it aloud is not offered. What the
// question itself offers beside a yes stands last.

import { AGREED_HOW } from '#domain/codes.ts'
import { needsWritten } from '#domain/consent-acts.ts'
import type { Step } from '#domain/guide.ts'
import { Note, Strength } from '../../parts/cards.tsx'
import { DrawingPad } from '../../parts/drawing.tsx'
import { ChatIcon } from '../../parts/icons.ts'
import { OneTile } from '../../parts/tiles.tsx'
import { useSay } from '../../use-say.tsx'
import type { Asked } from './asked.ts'

const WAYS = ['oral_witnessed', 'paper', 'signature_on_screen'] as const

export function SignatureAnswer({ screen: { step }, question, value, onValue, around }: Asked) {
  const say = useSay()
  const signed = value?.is === 'signed' ? value : undefined
  const isWritten = needsWriting(step)
  const ways = WAYS.filter((how) => how !== 'oral_witnessed' || !isWritten)
  return (
    <div className="bf-group bf-group--wide">
      {step.signs === undefined ? null : (
        <Strength icon={<ChatIcon aria-hidden fontSize="1.5rem" />} label={say('answer.sign.read')}>
          <span className="bf-signs">{around.read(step.signs)}</span>
        </Strength>
      )}
      {isWritten ? <Note tone="calm">{say('answer.sign.written')}</Note> : null}
      <OneTile
        question={question}
        isQuestionHidden
        options={[
          ...ways.map((code) => ({
            code,
            text: say(`answer.sign.${code}`),
            ...(code === 'signature_on_screen' ? { hint: say('answer.sign.screenHint') } : {}),
          })),
          ...(step.options ?? []).map(({ code, text }) => ({ code, text: around.read(text) })),
        ]}
        chosen={signed?.how ?? (value?.is === 'code' ? value.code : undefined)}
        onChoose={(code) => {
          const how = AGREED_HOW.find((known) => known === code)
          onValue(how ? { is: 'signed', how } : { is: 'code', code }, 'now')
        }}
      />
      {signed?.how === 'signature_on_screen' ? (
        <DrawingPad
          name={around.residentName}
          drawn={signed.drawn}
          onDrawn={(drawn) => onValue({ is: 'signed', how: signed.how, ...(drawn ? { drawn } : {}) }, 'now')}
        />
      ) : null}
    </div>
  )
}

const needsWriting = ({ writes }: Step): boolean => writes.some((write) => write.kind === 'consent' && needsWritten(write.consent))
