// One stay: what kind of place, where, from and to. A new one says which stay it ends.

import { useParams } from 'react-router'
import { STAY_KINDS } from '#domain/codes.ts'
import { isLocalDate } from '#domain/ids.ts'
import { seenOf } from '#domain/register.ts'
import { endedBy, type StayForm as Form, type StayRefusal, saveStay, stayTyped } from '#domain/stay-acts.ts'
import type { StayView } from '#domain/stay-view.ts'
import { inSentence } from '#texts/format.ts'
import { NotHere } from '../not-here.tsx'
import { Note } from '../parts/cards.tsx'
import { InfoIcon } from '../parts/icons.ts'
import { paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { AskedText, AskedTiles, FormScreen, type OfForms } from './form-screen.tsx'
import { placeOf } from './front-lines.ts'
import { useSaving, wordsDraft } from './use-saving.ts'

const useStayDraft = wordsDraft<Form>('stay')

export function StayForm(given: OfForms) {
  const { of = '' } = useParams()
  const one = given.view.stays.find(({ id }) => id === of)
  return of !== 'new' && one === undefined ? <NotHere /> : <Fields {...given} one={one} />
}

interface FieldsProps extends OfForms {
  readonly one: StayView | undefined
}
function Fields({ answer, view, one }: FieldsProps) {
  const say = useSay()
  const { held, set, form } = useWriting({ answer, view, one })
  const words = (...kinds: readonly StayRefusal['kind'][]) =>
    form.problem && kinds.includes(form.problem.kind) ? say(`forms.refuse.${form.problem.kind}`) : undefined
  const ends = one === undefined && isLocalDate(held.from) ? endedBy(held.from, view.stays) : undefined
  return (
    <FormScreen
      answer={answer}
      view={view}
      title={say(one ? 'term.recordType.stay' : 'forms.stays.new')}
      back={paths.forms(view.lane, 'stays')}
      form={form}
      row={one && answer.rows.get(one.id)}
    >
      <AskedTiles
        label={say('forms.stays.kind')}
        options={STAY_KINDS.map((code) => ({ code, text: say(`term.stayKind.${code}`) }))}
        value={held.kind}
        problem={words('pickKind')}
        onChange={set('kind')}
      />
      <AskedText
        label={say('forms.stays.place')}
        help={say('forms.optional')}
        value={held.place}
        problem={undefined}
        onChange={set('place')}
      />
      <AskedText kind="date" label={say('forms.stays.from')} value={held.from} problem={words('needsFrom')} onChange={set('from')} />
      <AskedText
        kind="date"
        label={say('forms.stays.to')}
        help={say('forms.stays.toHelp')}
        value={held.to}
        problem={words('toBeforeFrom')}
        onChange={set('to')}
      />
      {ends === undefined ? null : (
        <Note tone="calm" icon={<InfoIcon aria-hidden fontSize="1.375rem" />}>
          {say('forms.stays.ends', { where: placeOf(ends, say) })}
        </Note>
      )}
    </FormScreen>
  )
}

function useWriting({ answer, view, one }: FieldsProps) {
  const say = useSay()
  const { me, newId } = useCasebook()
  const row = one && answer.rows.get(one.id)
  const draft = useStayDraft({
    lane: view.lane,
    of: one?.id ?? '',
    drafts: answer.drafts,
    first: stayTyped(one, answer.today),
    ...(row ? { over: { rec: row.id, seen: seenOf(row) } } : {}),
  })
  const { held, seen } = draft
  const form = useSaving<StayRefusal>({
    draft,
    back: paths.forms(view.lane, 'stays'),
    said: () => say('forms.saved', { what: inSentence(say('term.recordType.stay')) }),
    decide: () => saveStay(held, { lane: view.lane, today: answer.today, me, newId, rows: answer.rows, stays: view.stays, row, seen }),
  })
  const set = (key: keyof Form) => (typed: string) => {
    form.touched()
    draft.change({ [key]: typed })
  }
  return { held, set, form }
}
