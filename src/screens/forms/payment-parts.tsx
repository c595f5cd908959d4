// The parts of one payment arrangement: what it says, who has said yes, and its instalments as they are paid or planned.

import { useState } from 'react'
import type { ArrangementView, InstalmentView } from '#domain/case-view-money.ts'
import { isLocalDate, type LocalDate } from '#domain/ids.ts'
import { agreeTo, type PaymentRefusal, plannedTerms } from '#domain/payment-acts.ts'
import type { Patch } from '#domain/register.ts'
import type { Result } from '#domain/result.ts'
import { dayOfYear, kroner } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import { OutlineButton } from '../parts/button.tsx'
import { List, ListRow, Note, Section } from '../parts/cards.tsx'
import { ShortText } from '../parts/fields.tsx'
import { TickRow } from '../parts/ticks.tsx'
import { WordButton, WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { OfForms } from './form-screen.tsx'

export interface OneProps extends OfForms {
  readonly one: ArrangementView
}
export interface Acting {
  readonly act: (decided: Result<readonly Patch[], PaymentRefusal>, text: string) => void
}

export function Facts({ view, one }: Pick<OneProps, 'view' | 'one'>) {
  const say = useSay()
  const { total, payNow, perTerm, terms, last, dueDay, how } = one
  const each = perTerm === undefined ? undefined : kroner(perTerm)
  const facts = [
    ['total', total === undefined ? undefined : kroner(total)],
    ['payNow', payNow ? kroner(payNow) : undefined],
    [
      'perTerm',
      each && terms
        ? say('forms.payment.reckoned', { terms, perTerm: each, last: last === undefined || last === perTerm ? undefined : kroner(last) })
        : each,
    ],
    ['dueDay', dueDay === undefined ? undefined : say('forms.payment.dueDayOf', { day: dueDay })],
    ['how', termOf(say, 'paymentMethod', how)],
  ] as const
  const isOpen = one.status === 'proposed' && !one.isTwo
  return (
    <div className="bf-group">
      <dl className="bf-card bf-who">
        {facts.map(([key, value]) =>
          value === undefined ? null : <Fact key={key} term={say(`forms.payment.facts.${key}`)} value={value} />,
        )}
      </dl>
      {isOpen ? (
        <div className="bf-row">
          <WordLink
            to={paths.forms(view.lane, 'payment', one.id, 'edit')}
            label={say('forms.editNamed', { what: say('forms.payment.one') })}
          >
            {say('forms.edit')}
          </WordLink>
        </div>
      ) : null}
    </div>
  )
}
function Fact({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  )
}

export function Agreed({ answer, view, one, act }: OneProps & Acting) {
  const say = useSay()
  const language = useLanguage()
  const { newId } = useCasebook()
  const [asking, setAsking] = useState<'resident' | 'creditor'>()
  const sides = [
    { side: 'resident', who: view.resident.name, on: one.residentOn },
    { side: 'creditor', who: one.creditor ?? say('forms.payment.theCreditor'), on: one.creditorOn },
  ] as const
  const agree = (side: 'resident' | 'creditor', who: string, on: LocalDate) => {
    const made = agreeTo(one.id, side, on, { rows: answer.rows, today: answer.today, newId })
    act(made.ok ? { ok: true, value: [made.value] } : made, say('forms.payment.saidYes', { who }))
    setAsking(undefined)
  }
  return (
    <Section title={say('forms.payment.agreed')}>
      <List>
        {sides.map(({ side, who, on }) =>
          on === undefined ? (
            <li key={side} className="bf-list__line">
              <div className="bf-text">{say('forms.payment.notAgreed', { who })}</div>
              <WordButton label={say('forms.payment.saidYes', { who })} onPress={() => setAsking(asking === side ? undefined : side)}>
                {say('forms.payment.yes')}
              </WordButton>
            </li>
          ) : (
            <ListRow key={side} title={say('forms.payment.agreedOn', { who, date: dayOfYear(language, on, answer.today) })} />
          ),
        )}
      </List>
      {asking === undefined ? null : (
        <WhenSaid
          key={asking}
          today={answer.today}
          onSaid={(on) => agree(asking, sides.find(({ side }) => side === asking)?.who ?? '', on)}
        />
      )}
      {one.residentOn && one.creditorOn ? null : <p className="bf-small bf-subtle">{say('forms.payment.startNeeds')}</p>}
    </Section>
  )
}

function WhenSaid({ today, onSaid }: { readonly today: LocalDate; readonly onSaid: (on: LocalDate) => void }) {
  const say = useSay()
  const [typed, setTyped] = useState<string>(today)
  return (
    <div className="bf-group">
      <ShortText kind="date" label={say('forms.payment.when')} value={typed} onChange={setTyped} />
      <OutlineButton isDisabled={!isLocalDate(typed)} onPress={() => (isLocalDate(typed) ? onSaid(typed) : undefined)}>
        {say('forms.payment.saveYes')}
      </OutlineButton>
    </div>
  )
}

export function Instalments({ answer, one, onTick }: OneProps & { readonly onTick: (term: InstalmentView) => void }) {
  const say = useSay()
  const language = useLanguage()
  const words = (amount: number | undefined, due: LocalDate | undefined) =>
    say('forms.payment.tick', {
      amount: amount === undefined ? '–' : kroner(amount),
      date: due === undefined ? '–' : dayOfYear(language, due, answer.today),
    })
  if (one.instalments.length === 0) {
    const planned = plannedTerms(one, answer.today)
    if (!planned.ok) return one.isTwo ? null : <Note tone="care">{say(`forms.refuse.${planned.refusal.kind}`)}</Note>
    return (
      <Section title={say('forms.payment.plan')}>
        <List>
          {planned.value.map(({ order, amount, due }) => (
            <ListRow key={order} title={<span className="bf-num">{words(amount, due)}</span>} />
          ))}
        </List>
      </Section>
    )
  }
  const paid = one.instalments.filter((term) => term.paid !== undefined).length
  const isClosed = one.status === 'completed' || one.status === 'proposed' || one.status === undefined
  return (
    <Section title={say('forms.payment.instalments')} aside={say('forms.payment.left', { paid, of: one.instalments.length })}>
      <List>
        {one.instalments.map((term) => {
          const sub = term.paid && say('forms.arrears.paidOn', { date: dayOfYear(language, term.paid, answer.today) })
          return isClosed ? (
            <ListRow key={term.id} title={words(term.amount, term.due)} sub={sub} />
          ) : (
            <TickRow
              key={term.id}
              isDone={term.paid !== undefined}
              title={words(term.amount, term.due)}
              sub={sub}
              onToggle={() => onTick(term)}
            />
          )
        })}
      </List>
    </Section>
  )
}
