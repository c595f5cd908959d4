// One thing that is owed: written down or put right. While two amounts stand the amount is a question of its own.

import { useParams } from 'react-router'
import { ARREARS_KINDS, type ArrearsRefusal, arrearsTyped, type ArrearsForm as Form, saveArrears } from '#domain/arrears-acts.ts'
import type { ArrearsView } from '#domain/case-view-money.ts'
import { ARREARS_SOURCES, TRISTATE } from '#domain/codes.ts'
import { isId } from '#domain/ids.ts'
import { seenOf } from '#domain/register.ts'
import { inSentence, kroner } from '#texts/format.ts'
import { NotHere } from '../not-here.tsx'
import { List } from '../parts/cards.tsx'
import { paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { VersionsRow } from '../versions/versions-row.tsx'
import { AskedText, AskedTiles, FormScreen, type OfForms } from './form-screen.tsx'
import { useSaving, wordsDraft } from './use-saving.ts'

const useArrearsDraft = wordsDraft<Form>('arrears')

export function ArrearsForm(given: OfForms) {
  const { of = '' } = useParams()
  const one = given.view.arrears.find(({ id }) => id === of)
  return of !== 'new' && one === undefined ? <NotHere /> : <Fields {...given} one={one} />
}

interface FieldsProps extends OfForms {
  readonly one: ArrearsView | undefined
}
function Fields({ answer, view, one }: FieldsProps) {
  const say = useSay()
  const { held, set, form } = useWriting({ answer, view, one })
  const words = (...kinds: readonly ArrearsRefusal['kind'][]) =>
    form.problem && kinds.includes(form.problem.kind) ? say(`forms.refuse.${form.problem.kind}`) : undefined
  return (
    <FormScreen
      answer={answer}
      view={view}
      title={say(one ? 'term.recordType.arrears' : 'forms.arrears.new')}
      back={paths.forms(view.lane, 'arrears')}
      form={form}
      row={one && answer.rows.get(one.id)}
    >
      <AskedTiles
        label={say('forms.arrears.what')}
        options={ARREARS_KINDS.map((code) => ({ code, text: say(`forms.arrears.what.${code}`) }))}
        value={held.what}
        problem={words('pickWhat')}
        onChange={set('what')}
      />
      <AskedText
        label={say('forms.arrears.period')}
        help={say('forms.arrears.periodHelp')}
        value={held.period}
        problem={words('needsPeriod')}
        onChange={set('period')}
      />
      {one && one.amounts.length > 1 ? (
        <TwoAmounts view={view} one={one} />
      ) : (
        <AskedText
          mode="decimal"
          label={say('forms.arrears.amount')}
          help={say('forms.arrears.amountHelp')}
          value={held.amount}
          problem={words('badAmount', 'noAmount')}
          onChange={set('amount')}
        />
      )}
      <AskedText kind="date" label={say('forms.arrears.due')} value={held.dueDate} problem={undefined} onChange={set('dueDate')} />
      <AskedText
        kind="date"
        label={say('forms.arrears.reminder')}
        value={held.reminderSent}
        problem={words('reminderAhead')}
        onChange={set('reminderSent')}
      />
      <AskedTiles
        label={say('forms.arrears.understood')}
        options={TRISTATE.map((code) => ({ code, text: say(`term.tristate.${code}`) }))}
        value={held.understood}
        problem={undefined}
        onChange={set('understood')}
      />
      <AskedTiles
        label={say('forms.arrears.source')}
        options={ARREARS_SOURCES.map((code) => ({ code, text: say(`term.arrearsSource.${code}`) }))}
        value={held.source}
        problem={undefined}
        onChange={set('source')}
      />
    </FormScreen>
  )
}

function TwoAmounts({ view, one }: Pick<OfForms, 'view'> & { readonly one: ArrearsView }) {
  const say = useSay()
  return (
    <List>
      <VersionsRow lane={view.lane} title={say('forms.arrears.two', { amounts: one.amounts.map(kroner) })} />
    </List>
  )
}

function useWriting({ answer, view, one }: FieldsProps) {
  const say = useSay()
  const { me, newId } = useCasebook()
  const row = one && answer.rows.get(one.id)
  const draft = useArrearsDraft({
    lane: view.lane,
    of: one?.id ?? '',
    drafts: answer.drafts,
    first: arrearsTyped(one),
    ...(row ? { over: { rec: row.id, seen: seenOf(row) } } : {}),
  })
  const { held, seen } = draft
  const tenancy = [...answer.rows.values()].find(({ type }) => type === 'tenancy')?.id
  const form = useSaving<ArrearsRefusal>({
    draft,
    back: paths.forms(view.lane, 'arrears'),
    said: () => say('forms.saved', { what: inSentence(say('term.recordType.arrears')) }),
    decide: () =>
      saveArrears(held, {
        lane: view.lane,
        today: answer.today,
        me,
        newId,
        tenancy: isId(tenancy) ? tenancy : undefined,
        row,
        view: one,
        seen,
      }),
  })
  const set = (key: keyof Form) => (typed: string) => {
    form.touched()
    draft.change({ [key]: typed })
  }
  return { held, set, form }
}
