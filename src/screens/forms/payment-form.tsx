// A payment arrangement being proposed: so much each time, or so many times, and what it comes to while it is typed.

import { useParams } from 'react-router'
import type { ArrangementView } from '#domain/case-view-money.ts'
import { PAYMENT_METHODS } from '#domain/codes.ts'
import { type ArrangementRefusal, arrangementTyped, type ArrangementForm as Form, reckon, saveArrangement } from '#domain/payment-form.ts'
import { seenOf } from '#domain/register.ts'
import { inSentence, kroner } from '#texts/format.ts'
import { NotHere } from '../not-here.tsx'
import { Note } from '../parts/cards.tsx'
import { Choose } from '../parts/choose.tsx'
import { InfoIcon } from '../parts/icons.ts'
import { paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { AskedText, AskedTiles, FormScreen, type OfForms } from './form-screen.tsx'
import { useSaving, wordsDraft } from './use-saving.ts'

const useArrangementDraft = wordsDraft<Form>('arrangement')

export function ArrangementForm(given: OfForms) {
  const { of } = useParams()
  const one = given.view.arrangements.find(({ id }) => id === of)
  return of !== undefined && one?.status !== 'proposed' ? <NotHere /> : <Fields {...given} one={one} />
}

interface FieldsProps extends OfForms {
  readonly one: ArrangementView | undefined
}
function Fields({ answer, view, one }: FieldsProps) {
  const say = useSay()
  const { held, set, form, back } = useWriting({ answer, view, one })
  const words = (...kinds: readonly ArrangementRefusal['kind'][]) =>
    form.problem && kinds.includes(form.problem.kind) ? say(`forms.refuse.${form.problem.kind}`) : undefined
  const isByTerms = held.by === 'terms'
  return (
    <FormScreen answer={answer} view={view} title={say(one ? 'forms.payment.one' : 'forms.payment.new')} back={back} form={form}>
      <AskedText label={say('forms.payment.creditor')} value={held.creditor} problem={words('needsCreditor')} onChange={set('creditor')} />
      <AskedText mode="decimal" label={say('forms.payment.total')} value={held.total} problem={words('badTotal')} onChange={set('total')} />
      <AskedText
        mode="decimal"
        label={say('forms.payment.payNow')}
        help={say('forms.optional')}
        value={held.payNow}
        problem={words('badPayNow', 'payNowTooMuch')}
        onChange={set('payNow')}
      />
      <AskedTiles
        label={say('forms.payment.by')}
        options={[
          { code: 'perTerm', text: say('forms.payment.byPerTerm') },
          { code: 'terms', text: say('forms.payment.byTerms') },
        ]}
        value={held.by}
        problem={undefined}
        onChange={set('by')}
      />
      <div className="bf-group">
        <AskedText
          key={held.by}
          mode={isByTerms ? 'numeric' : 'decimal'}
          label={say(isByTerms ? 'forms.payment.terms' : 'forms.payment.perTerm')}
          value={isByTerms ? held.terms : held.perTerm}
          problem={words('badPerTerm', 'perTermAboveTotal', 'badTerms', 'tooManyTerms', 'tooSmall')}
          onChange={set(isByTerms ? 'terms' : 'perTerm')}
        />
        <ComesTo held={held} />
      </div>
      <AskedText
        kind="date"
        label={say('forms.payment.first')}
        value={held.firstDate}
        problem={words('needsFirst', 'firstPast')}
        onChange={set('firstDate')}
      />
      <AskedText
        mode="numeric"
        label={say('forms.payment.dueDay')}
        help={say('forms.payment.dueDayHelp')}
        value={held.dueDay}
        problem={words('badDueDay')}
        onChange={set('dueDay')}
      />
      <Choose
        label={say('forms.payment.how')}
        none={say('forms.pick')}
        options={PAYMENT_METHODS.map((code) => ({ code, text: say(`term.paymentMethod.${code}`) }))}
        chosen={held.how}
        onChoose={set('how')}
      />
    </FormScreen>
  )
}

/** Said as soon as it can be reckoned: the other of the two is never asked for. */
function ComesTo({ held }: { readonly held: Form }) {
  const say = useSay()
  const reckoned = reckon(held)
  return (
    <div role="status">
      {reckoned.ok ? (
        <Note tone="calm" icon={<InfoIcon aria-hidden fontSize="1.375rem" />}>
          {say('forms.payment.reckoned', {
            terms: reckoned.value.terms,
            perTerm: kroner(reckoned.value.perTerm),
            last: reckoned.value.last === reckoned.value.perTerm ? undefined : kroner(reckoned.value.last),
          })}
        </Note>
      ) : null}
    </div>
  )
}

function useWriting({ answer, view, one }: FieldsProps) {
  const say = useSay()
  const { me, newId } = useCasebook()
  const row = one && answer.rows.get(one.id)
  const draft = useArrangementDraft({
    lane: view.lane,
    of: one?.id ?? '',
    drafts: answer.drafts,
    first: arrangementTyped(one),
    ...(row ? { over: { rec: row.id, seen: seenOf(row) } } : {}),
  })
  const { held, seen } = draft
  const back = one ? paths.forms(view.lane, 'payment', one.id) : paths.forms(view.lane, 'payment')
  const form = useSaving<ArrangementRefusal>({
    draft,
    back,
    said: () => say('forms.saved', { what: inSentence(say('forms.payment.one')) }),
    decide: () => {
      const saved = saveArrangement(held, { lane: view.lane, today: answer.today, me, newId, row, seen })
      return saved.ok ? { ok: true, value: [saved.value] } : saved
    },
  })
  const set = (key: keyof Form) => (typed: string) => {
    form.touched()
    draft.change({ [key]: typed })
  }
  return { held, set, form, back }
}
