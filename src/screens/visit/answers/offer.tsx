// Something somebody could do: yes or no, and at a yes who takes it and by when. A no is as good an answer.

import { OneTile } from '../../parts/tiles.tsx'
import { useSay } from '../../use-say.tsx'
import { Who } from './agreements.tsx'
import type { Asked } from './asked.ts'
import { QuickDate } from './entries.tsx'

const CODES = ['yes', 'no'] as const

export function TaskOffer({ screen, question, value, onValue, around }: Asked) {
  const say = useSay()
  const offer = value?.is === 'offer' ? value : undefined
  const { step } = screen
  const textOf = (code: (typeof CODES)[number]): string => {
    const own = step.options?.find((option) => option.code === code)
    return own ? around.read(own.text) : say(`visit.${code}`)
  }
  const { who: _who, ...unheld } = offer ?? { is: 'offer' as const, code: 'yes' as const }
  const { due: _due, ...undated } = offer ?? { is: 'offer' as const, code: 'yes' as const }
  return (
    <div className="bf-group bf-group--wide">
      <OneTile
        question={question}
        isQuestionHidden
        options={CODES.map((code) => ({ code, text: textOf(code) }))}
        chosen={offer?.code}
        onChoose={(code) => onValue(code === 'yes' ? { ...offer, is: 'offer', code } : { is: 'offer', code: 'no' }, 'now')}
      />
      {offer?.code === 'yes' ? (
        <div className="bf-inset">
          <Who
            label={say('answer.offerWho')}
            who={offer.who ?? ''}
            around={around}
            onWho={(who, when) => onValue(who === '' ? unheld : { ...offer, who }, when)}
          />
          <QuickDate
            label={say('visit.byWhen')}
            today={around.today}
            date={offer.due}
            onDate={(due) => onValue(due ? { ...offer, due } : undated, 'now')}
          />
        </div>
      ) : null}
    </div>
  )
}
