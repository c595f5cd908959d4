// How often: every second day, Tuesdays at 10.00, monthly, two times a week, with a fixed hour or a fixed person
// (DOMAIN.md 2.5 and 2.6; N 4.3 boks). Said back in words under the choices.

import type { Frequency } from '#domain/frequency.ts'
import { WEEKDAYS } from '#domain/plan-frequency.ts'
import { capital } from '#texts/format.ts'
import { ShortText } from '../parts/fields.tsx'
import { OneTile } from '../parts/tiles.tsx'
import { ManyChips, Stepper } from '../parts/visit-parts.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { frequencyWords } from './measures.tsx'

const KINDS = { day: ['day', 1], day2: ['day', 2], week: ['week', 1], week2: ['week', 2], month: ['month', 1] } as const
type Kind = keyof typeof KINDS | 'times'
const ALL: readonly Kind[] = ['day', 'day2', 'week', 'times', 'week2', 'month']

interface Props {
  readonly frequency: Frequency | undefined
  readonly onChange: (frequency: Frequency, when: 'now' | 'soon') => void
  /** Measures may have a fixed hour and a fixed person. */
  readonly hasFixed?: boolean
}

export function FrequencyEditor({ frequency, onChange, hasFixed = false }: Props) {
  const say = useSay()
  const language = useLanguage()
  const kind = frequency && kindOf(frequency)
  const choose = (next: string) => onChange(ofKind(next, frequency), 'now')
  return (
    <>
      <OneTile
        question={say('planEdit.often')}
        isQuestionHidden
        isTwoColumns
        options={ALL.map((code) => ({ code, text: say(`planEdit.every.${code}`) }))}
        chosen={kind}
        onChoose={choose}
      />
      {frequency && kind === 'times' ? (
        <Stepper
          label={say('planEdit.times')}
          less={say('planEdit.fewer')}
          more={say('planEdit.more')}
          value={frequency.times}
          onChange={(times) => onChange({ ...frequency, times: Math.min(7, Math.max(2, times ?? 2)) }, 'now')}
        />
      ) : null}
      {frequency && kind !== 'times' ? <When frequency={frequency} onChange={onChange} /> : null}
      {frequency && hasFixed ? <Fixed frequency={frequency} onChange={onChange} /> : null}
      {frequency ? <p className="bf-meta">{capital(frequencyWords(frequency, say, language))}</p> : null}
    </>
  )
}

function kindOf({ unit, every, times = 1 }: Frequency): Kind | undefined {
  if (times > 1) return 'times'
  return ALL.find((kind) => kind !== 'times' && KINDS[kind][0] === unit && KINDS[kind][1] === every)
}

function ofKind(code: string, before: Frequency | undefined): Frequency {
  const { fixedTime, fixedPerson } = before ?? {}
  const fixed = { ...(fixedTime ? { fixedTime } : {}), ...(fixedPerson ? { fixedPerson } : {}) }
  if (code === 'times') return { unit: 'week', every: 1, times: 2, ...fixed }
  const kind = ALL.find((one) => one === code)
  const [unit, every] = kind && kind !== 'times' ? KINDS[kind] : KINDS.week
  const when = unit === 'week' && before?.weekdays ? { weekdays: before.weekdays } : {}
  return { unit, every, ...when, ...(before?.timeOfDay ? { timeOfDay: before.timeOfDay } : {}), ...fixed }
}

function When({ frequency, onChange }: Pick<Props, 'onChange'> & { readonly frequency: Frequency }) {
  const say = useSay()
  const { weekdays = [], timeOfDay, ...rest } = frequency
  const set = (days: NonNullable<Frequency['weekdays']>, time: string, when: 'now' | 'soon') =>
    onChange({ ...rest, ...(days.length > 0 ? { weekdays: days } : {}), ...(time === '' ? {} : { timeOfDay: time }) }, when)
  const toggle = (day: (typeof WEEKDAYS)[number]) =>
    set(
      WEEKDAYS.filter((one) => (one === day ? !weekdays.includes(day) : weekdays.includes(one))),
      timeOfDay ?? '',
      'now',
    )
  return (
    <>
      {frequency.unit === 'week' ? (
        <ManyChips
          label={say('planEdit.days')}
          options={WEEKDAYS.map((code) => ({ code, text: capital(say(`term.weekday.${code}`)) }))}
          chosen={weekdays}
          onToggle={toggle}
        />
      ) : null}
      <ShortText kind="time" label={say('planEdit.time')} value={timeOfDay ?? ''} onChange={(time) => set(weekdays, time, 'now')} />
    </>
  )
}

const FIXED = ['fixedTime', 'fixedPerson'] as const
function Fixed({ frequency, onChange }: Pick<Props, 'onChange'> & { readonly frequency: Frequency }) {
  const say = useSay()
  const { fixedTime, fixedPerson, ...rest } = frequency
  const chosen = FIXED.filter((code) => (code === 'fixedTime' ? fixedTime : fixedPerson))
  const toggle = (code: (typeof FIXED)[number]) => {
    const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]
    onChange(
      {
        ...rest,
        ...(next.includes('fixedTime') ? { fixedTime: true } : {}),
        ...(next.includes('fixedPerson') ? { fixedPerson: true } : {}),
      },
      'now',
    )
  }
  return (
    <ManyChips
      label={say('planEdit.fixed')}
      isLabelHidden
      options={FIXED.map((code) => ({ code, text: say(`planEdit.${code}`) }))}
      chosen={chosen}
      onToggle={toggle}
    />
  )
}
