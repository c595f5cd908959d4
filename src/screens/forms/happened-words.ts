// What is owed, an arrangement and a stay as one line of «Det som har skjedd». An amount in two versions is not said.

import type { TimelineItem } from '#domain/case-view-timeline.ts'
import { inSentence, kroner } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { termOf } from '#texts/terms.ts'
import { dotted } from '../today/visit-card.tsx'

type Money = Extract<TimelineItem, { readonly kind: 'arrears' | 'arrearsPaid' | 'arrangement' | 'stay' }>

export function moneyWords(item: Money, say: Say): { readonly title: string; readonly more?: string | undefined } {
  switch (item.kind) {
    case 'arrears':
    case 'arrearsPaid': {
      const { amount, period } = item.arrears
      return {
        title: say(item.kind === 'arrears' ? 'forms.happened.arrears' : 'forms.happened.paid'),
        more: dotted(amount === undefined ? undefined : kroner(amount), period && inSentence(period)),
      }
    }
    case 'arrangement': {
      const { status, total } = item.arrangement
      const is = status === undefined ? undefined : inSentence(say(`term.arrangementStatus.${status}`))
      return { title: say('term.recordType.paymentArrangement'), more: dotted(is, total === undefined ? undefined : kroner(total)) }
    }
    case 'stay':
      return { title: say('term.recordType.stay'), more: dotted(termOf(say, 'stayKind', item.stay.kind), item.stay.place) }
  }
}
