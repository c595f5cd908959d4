// One field of a page, as its kind asks for: tiles for a few codes, the platform's own list for many, a numeric keyboard
// for numbers, the platform's date field; and under it what is said about what is typed.

import type { HomeRemark } from '#domain/home-check.ts'
import { type HomeField, kindOf } from '#domain/home-fields.ts'
import { wordsOfList } from '../home-words.ts'
import { Note } from '../parts/cards.tsx'
import { Choose } from '../parts/choose.tsx'
import { LongText, ShortText } from '../parts/fields.tsx'
import { REFUSED } from '../parts/first-error.ts'
import { OneTile } from '../parts/tiles.tsx'
import { WordButton } from '../parts/words.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { District } from './district.tsx'
import { helpOf, labelOf, languagesToChoose, remarkText } from './words.ts'

export interface FieldProps {
  readonly of: HomeField
  readonly value: string
  readonly set: (key: HomeField, typed: string, when: 'now' | 'soon') => void
  readonly remarks: readonly HomeRemark[]
  /** Answers that are not this person's to give. */
  readonly isClosed?: (code: string) => boolean
  /** Answers that belong on another page. */
  readonly leftOut?: readonly string[]
  /** What the page is called already. */
  readonly title?: string
}

export function PageField(props: FieldProps) {
  const say = useSay()
  const stop = props.remarks.find(({ weight }) => weight === 'stop')
  const others = props.remarks.filter(({ weight }) => weight !== 'stop')
  return (
    <div className="bf-group" {...(stop ? REFUSED : {})}>
      <Input {...props} error={stop && remarkText(say, stop)} />
      {others.map((remark) => (
        <Note key={remark.kind} tone={remark.weight === 'lack' ? 'care' : 'calm'}>
          {remarkText(say, remark)}
        </Note>
      ))}
    </div>
  )
}

type InputProps = FieldProps & { readonly error: string | undefined }
const MODES = { phone: 'tel', year: 'numeric', count: 'numeric', monthDay: 'numeric', kroner: 'decimal' } as const
const isMode = (is: string): is is keyof typeof MODES => Object.hasOwn(MODES, is)

function Input(props: InputProps) {
  const say = useSay()
  const { of, value, set, error } = props
  const kind = kindOf(of)
  const help = helpOf(say, of)
  const field = { label: labelOf(say, of), value, ...(help === undefined ? {} : { help }), ...(error === undefined ? {} : { error }) }
  if (of === 'dwelling.district') return <District label={field.label} value={value} onChange={(typed, when) => set(of, typed, when)} />
  switch (kind.is) {
    case 'code':
    case 'flag':
      return <Coded {...props} />
    case 'language':
      return <Language {...props} />
    case 'long':
      return <LongText {...field} onChange={(typed) => set(of, typed, 'soon')} />
    case 'date':
      return <ShortText {...field} kind="date" onChange={(typed) => set(of, typed, 'now')} />
    default:
      return <ShortText {...field} onChange={(typed) => set(of, typed, 'soon')} {...(isMode(kind.is) ? { mode: MODES[kind.is] } : {})} />
  }
}

/** More than fit on a screen as tiles. */
const MOST_TILES = 7
/** These are never unanswered: one of their own answers says so. */
const ALWAYS_ANSWERED: readonly HomeField[] = [
  'resident.addressProtection',
  'resident.safetyFlag.level',
  'resident.clientStatus',
  'resident.status',
  'household.childrenKnown',
  'tenancy.status',
]

function Coded({ of, value, set, error, isClosed, leftOut = [], title }: InputProps) {
  const say = useSay()
  const label = labelOf(say, of)
  const all = useOptions(of).filter(({ code }) => !leftOut.includes(code))
  const options = all.filter(({ code }) => code === value || !isClosed?.(code))
  const choose = (code: string) => set(of, code, 'now')
  if (all.length > MOST_TILES)
    return (
      <Choose
        label={label}
        none={say('about.choose')}
        options={options}
        chosen={value}
        onChoose={choose}
        {...(error === undefined ? {} : { error })}
      />
    )
  const help = helpOf(say, of)
  const mayClear = value !== '' && !ALWAYS_ANSWERED.includes(of) && !isClosed?.('')
  return (
    <>
      <OneTile
        question={label}
        isQuestionHidden={label === title}
        options={options}
        chosen={value === '' ? undefined : value}
        onChoose={choose}
        isTwoColumns={options.every(({ text }) => text.length < 14)}
        {...(help === undefined ? {} : { help })}
      />
      {error === undefined ? null : <Note tone="care">{error}</Note>}
      {mayClear ? (
        <div className="bf-row">
          <WordButton onPress={() => choose('')} label={`${say('about.clear')}: ${label}`}>
            {say('about.clear')}
          </WordButton>
        </div>
      ) : null}
      {all.some(({ code }) => isClosed?.(code)) || (value !== '' && isClosed?.('') === true) ? (
        <p className="bf-small bf-subtle">{say('about.onlyCoordinator')}</p>
      ) : null}
    </>
  )
}

function useOptions(of: HomeField) {
  const say = useSay()
  const kind = kindOf(of)
  if (kind.is === 'code') return wordsOfList(say, kind.list)
  return [
    { code: 'yes', text: say('about.yes') },
    { code: 'no', text: say('about.no') },
  ]
}

function Language({ of, value, set }: InputProps) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Choose
      label={labelOf(say, of)}
      none={say('about.choose')}
      options={languagesToChoose(language, value)}
      chosen={value}
      onChoose={(code) => set(of, code, 'now')}
    />
  )
}
