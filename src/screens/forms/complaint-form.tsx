// One complaint: what, when, from which side, and what we did. Who complained is asked at the desk alone, of those who
// coordinate, and is kept in no draft; elsewhere the form says why it does not ask.

import { useState } from 'react'
import { useParams } from 'react-router'
import { COMPLAINT_ABOUT, COMPLAINT_FROM, COMPLAINT_HANDLED, COMPLAINT_STATUSES } from '#domain/codes.ts'
import {
  type ComplaintRefusal,
  type ComplaintForm as Form,
  type ReporterForm,
  reporterIn,
  reporterOf,
  saveComplaint,
  strikeComplaint,
} from '#domain/complaint-acts.ts'
import type { ComplaintView } from '#domain/complaint-view.ts'
import { seenOf } from '#domain/register.ts'
import { hintOf } from '#guides/hints.ts'
import { inSentence } from '#texts/format.ts'
import { canLoosen } from '../about/use-page.ts'
import { NotHere } from '../not-here.tsx'
import { List, Note, Section } from '../parts/cards.tsx'
import { Choose } from '../parts/choose.tsx'
import { ShortText } from '../parts/fields.tsx'
import { InfoIcon } from '../parts/icons.ts'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { VersionsRow } from '../versions/versions-row.tsx'
import { AskedText, AskedTiles, FormScreen, type OfForms } from './form-screen.tsx'
import { useSaving, wordsDraft } from './use-saving.ts'

const useComplaintDraft = wordsDraft<Form>('complaint')

export function ComplaintForm(given: OfForms) {
  const { of = '' } = useParams()
  const one = given.view.complaints.find(({ id }) => id === of)
  return of !== 'new' && one === undefined ? <NotHere /> : <Fields {...given} one={one} />
}

interface FieldsProps extends OfForms {
  readonly one: ComplaintView | undefined
}
function Fields({ answer, view, one }: FieldsProps) {
  const say = useSay()
  const language = useLanguage()
  const { held, set, form, reporter, setReporter } = useWriting({ answer, view, one })
  const words = (...kinds: readonly ComplaintRefusal['kind'][]) =>
    form.problem && kinds.includes(form.problem.kind) ? say(`forms.refuse.${form.problem.kind}`) : undefined
  const hint = hintOf('H19')
  return (
    <FormScreen
      answer={answer}
      view={view}
      title={say(one ? 'term.recordType.complaint' : 'forms.complaints.newTitle')}
      back={paths.forms(view.lane, 'complaints')}
      form={form}
      row={one && answer.rows.get(one.id)}
      strikes={(row) => strikeComplaint(row, answer.rows)}
    >
      {one?.isTwo ? (
        <List>
          <VersionsRow lane={view.lane} />
        </List>
      ) : null}
      <AskedTiles
        label={say('forms.complaints.about')}
        options={COMPLAINT_ABOUT.map((code) => ({ code, text: say(`term.complaintAbout.${code}`) }))}
        value={held.about}
        problem={words('pickAbout')}
        onChange={set('about')}
      />
      <AskedText
        kind="long"
        label={say('forms.complaints.text')}
        help={say('forms.complaints.textHelp')}
        value={held.text}
        problem={undefined}
        onChange={set('text')}
      />
      <AskedTiles
        label={say('forms.complaints.from')}
        options={COMPLAINT_FROM.map((code) => ({ code, text: say(`term.complaintFrom.${code}`) }))}
        value={held.fromRole}
        problem={words('pickFrom')}
        onChange={set('fromRole')}
      />
      <Who reporter={reporter} onChange={setReporter} />
      <AskedText
        kind="date"
        label={say('forms.complaints.received')}
        value={held.receivedAt}
        problem={words('needsReceived', 'receivedAhead')}
        onChange={set('receivedAt')}
      />
      <AskedText
        kind="date"
        label={say('forms.complaints.occurred')}
        value={held.occurredAt}
        problem={words('occurredAfter')}
        onChange={set('occurredAt')}
      />
      <Section title={say('forms.complaints.followUp')}>
        <div className="bf-fields">
          <Choose
            label={say('forms.complaints.handled')}
            none={say('forms.pick')}
            options={COMPLAINT_HANDLED.map((code) => ({ code, text: say(`term.complaintHandled.${code}`) }))}
            chosen={held.handledHow}
            onChoose={set('handledHow')}
            {...errorIn(words('handledHow'))}
          />
          <AskedText
            kind="date"
            label={say('forms.complaints.reply')}
            value={held.replySent}
            problem={words('replyBefore')}
            onChange={set('replySent')}
          />
          {hint === undefined ? null : (
            <Note tone="calm" icon={<InfoIcon aria-hidden fontSize="1.375rem" />}>
              {hint.text[language]}
            </Note>
          )}
          <AskedTiles
            label={say('forms.complaints.status')}
            options={COMPLAINT_STATUSES.map((code) => ({ code, text: say(`term.complaintStatus.${code}`) }))}
            value={held.status}
            problem={undefined}
            onChange={set('status')}
          />
        </div>
      </Section>
    </FormScreen>
  )
}
const errorIn = (error: string | undefined) => (error === undefined ? {} : { error })

interface WhoProps {
  /** None where it is not asked. */
  readonly reporter: ReporterForm | undefined
  readonly onChange: (part: Partial<ReporterForm>) => void
}
function Who({ reporter, onChange }: WhoProps) {
  const say = useSay()
  const { kind } = useCasebook()
  if (reporter === undefined)
    return (
      <Note tone="calm" icon={<InfoIcon aria-hidden fontSize="1.375rem" />}>
        {say(kind === 'desk' ? 'forms.complaints.deskOnly' : 'forms.complaints.phoneOnly')}
      </Note>
    )
  return (
    <Section title={say('forms.complaints.reporter')}>
      <p className="bf-small bf-subtle">{say('forms.complaints.reporterHelp')}</p>
      <ShortText label={say('forms.complaints.reporterName')} value={reporter.name} onChange={(name) => onChange({ name })} />
      <ShortText
        mode="tel"
        label={say('forms.complaints.reporterPhone')}
        value={reporter.phone}
        onChange={(phone) => onChange({ phone })}
      />
    </Section>
  )
}

/** A phone has no such field, and a desk only for one who coordinates the case. */
function useReporter({ answer, one }: FieldsProps) {
  const { kind, me } = useCasebook()
  const [row] = useState(() => reporterOf(answer.rows, one?.id))
  const [typed, setTyped] = useState(() => reporterIn(row))
  const [seen] = useState(() => seenOf(row))
  const mayName = kind === 'desk' && answer.access !== undefined && canLoosen(answer, me)
  return {
    reporter: mayName ? { form: typed, row, seen } : undefined,
    setReporter: (part: Partial<ReporterForm>) => setTyped((before) => ({ ...before, ...part })),
  }
}

function useWriting(given: FieldsProps) {
  const { answer, view, one } = given
  const say = useSay()
  const { me, newId } = useCasebook()
  const row = one && answer.rows.get(one.id)
  const { reporter, setReporter } = useReporter(given)
  const draft = useComplaintDraft({
    lane: view.lane,
    of: one?.id ?? '',
    drafts: answer.drafts,
    first: typedOf(one, answer.today),
    ...(row ? { over: { rec: row.id, seen: seenOf(row) } } : {}),
  })
  const { held, seen } = draft
  const form = useSaving<ComplaintRefusal>({
    draft,
    back: paths.forms(view.lane, 'complaints'),
    said: () => say('forms.saved', { what: inSentence(say('term.recordType.complaint')) }),
    decide: () =>
      saveComplaint(held, { lane: view.lane, today: answer.today, me, newId, dwelling: view.home.dwelling, row, seen, reporter }),
  })
  const set = (key: keyof Form) => (typed: string) => {
    form.touched()
    draft.change({ [key]: typed })
  }
  return { held, set, form, reporter: reporter?.form, setReporter }
}

const typedOf = (one: ComplaintView | undefined, today: string): Form => ({
  about: one?.about ?? '',
  text: one?.text ?? '',
  receivedAt: one ? (one.receivedAt ?? '') : today,
  occurredAt: one?.occurredAt ?? '',
  fromRole: one?.fromRole ?? '',
  handledHow: one?.handledHow ?? '',
  replySent: one?.replySent ?? '',
  status: one?.status ?? 'open',
})
