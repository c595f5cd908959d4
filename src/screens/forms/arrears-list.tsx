// What is owed, period by period: the sum of what is open, both amounts where two were written, and a tick when it is paid.

import { payArrears } from '#domain/arrears-acts.ts'
import { type ArrearsView, owed } from '#domain/case-view-money.ts'
import { dayOfYear, inSentence, kroner } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { termOf } from '#texts/terms.ts'
import { MainLink } from '../parts/button.tsx'
import { Empty, List, ListRow, Note, Section } from '../parts/cards.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { TickRow } from '../parts/ticks.tsx'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { dotted } from '../today/visit-card.tsx'
import { useRecording } from '../use-recording.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { VersionsRow } from '../versions/versions-row.tsx'
import type { OfForms } from './form-screen.tsx'

export function ArrearsList({ answer, view }: OfForms) {
  const say = useSay()
  const { record, refusal } = useRecording()
  const { open } = owed(view.arrears)
  const paid = view.arrears.filter(({ paidDate }) => paidDate !== undefined)
  const toggle = (one: ArrearsView) => {
    const row = answer.rows.get(one.id)
    const isPaid = one.paidDate !== undefined
    const text = say(isPaid ? 'forms.arrears.unpaidSaid' : 'forms.arrears.paidSaid')
    if (row) void record([payArrears(row, isPaid ? undefined : answer.today)], { text })
  }
  return (
    <Screen
      header={{ title: say('forms.arrears'), sub: view.resident.name, back: paths.forms(view.lane) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar>
          <MainLink to={paths.forms(view.lane, 'arrears', 'new')}>{say('forms.arrears.new')}</MainLink>
        </Bar>
      }
    >
      {view.arrears.length === 0 ? <Empty>{say('forms.arrears.none')}</Empty> : <Sum view={view} />}
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
      <Kind title={say('forms.arrears.open')} all={open} view={view} answer={answer} onToggle={toggle} />
      <Kind title={say('forms.arrears.paidOnes')} all={paid} view={view} answer={answer} onToggle={toggle} />
    </Screen>
  )
}

/** Never over two versions, and never as if what nobody knows were nothing. */
function Sum({ view }: Pick<OfForms, 'view'>) {
  const say = useSay()
  const { open, sum, inTwo, unknown } = owed(view.arrears)
  if (open.length === 0) return <p className="bf-text">{say('forms.arrears.allPaid')}</p>
  // Of what nobody agrees on or knows there is no sum; the rows say it.
  if (sum === undefined) return null
  return (
    <div className="bf-lines">
      <p className="bf-text bf-strong bf-num">{say('forms.arrears.sum', { sum: kroner(sum) })}</p>
      {inTwo === 0 ? null : <p className="bf-small bf-subtle">{say('forms.arrears.sumTwo', { n: inTwo })}</p>}
      {unknown === 0 ? null : <p className="bf-small bf-subtle">{say('forms.arrears.sumUnknown', { n: unknown })}</p>}
    </div>
  )
}

interface KindProps extends OfForms {
  readonly title: string
  readonly all: readonly ArrearsView[]
  readonly onToggle: (one: ArrearsView) => void
}
function Kind({ title, all, answer, view, onToggle }: KindProps) {
  if (all.length === 0) return null
  return (
    <Section title={title}>
      {all.map((one) => (
        <One key={one.id} one={one} answer={answer} view={view} onToggle={onToggle} />
      ))}
    </Section>
  )
}

function One({ one, answer, view, onToggle }: Omit<KindProps, 'title' | 'all'> & { readonly one: ArrearsView }) {
  const say = useSay()
  const language = useLanguage()
  const amount = amountWords(one, say)
  const what = one.period ?? amount
  const paidOn = one.paidDate && say('forms.arrears.paidOn', { date: dayOfYear(language, one.paidDate, answer.today) })
  return (
    <List>
      <ListRow
        title={<span className="bf-strong bf-num">{amount}</span>}
        sub={dotted(
          whatOwed(one.what, say),
          one.period && inSentence(one.period),
          one.dueDate && say('forms.arrears.dueOn', { date: dayOfYear(language, one.dueDate, answer.today) }),
          inSentence(termOf(say, 'arrearsSource', one.source) ?? ''),
          understoodWords(one, say),
        )}
        end={
          <WordLink to={paths.forms(view.lane, 'arrears', one.id)} label={say('forms.editNamed', { what })}>
            {say('forms.edit')}
          </WordLink>
        }
      />
      {one.amounts.length > 1 ? <VersionsRow lane={view.lane} /> : null}
      <TickRow
        isDone={paidOn !== undefined}
        title={paidOn ?? say('forms.arrears.tick', { what: inSentence(what) })}
        onToggle={() => onToggle(one)}
      />
    </List>
  )
}

/** «26 000 kr eller 39 000 kr» while both stand. */
function amountWords({ amount, amounts }: ArrearsView, say: Say): string {
  if (amount !== undefined) return kroner(amount)
  return amounts.length > 1 ? say('forms.arrears.either', { amounts: amounts.map(kroner) }) : say('forms.arrears.amountUnknown')
}
function understoodWords({ understood }: ArrearsView, say: Say): string | undefined {
  if (understood === 'yes') return say('forms.arrears.understoodYes')
  return understood === 'no' ? say('forms.arrears.understoodNo') : undefined
}
function whatOwed(what: string | undefined, say: Say): string | undefined {
  switch (what) {
    case 'rent':
    case 'electricity':
    case 'loan':
    case 'other':
      return say(`forms.arrears.what.${what}`)
    default:
      return undefined
  }
}
