// A part of what is known: its name, what is written, what the rules ask for, and «Endre».

import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import { checkHome } from '#domain/home-check.ts'
import { fieldsOf, type HomeField, type HomePart } from '#domain/home-fields.ts'
import { homeRows } from '#domain/home-form.ts'
import { allValuesOf, askedIn, entered, type HomeValues } from '#domain/home-values.ts'
import { Note } from '../parts/cards.tsx'
import { RowLink } from '../parts/visit-parts.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { recsNow, TwoRows, twoOf } from './two-stand.tsx'
import { labelOf, remarkText, valueText, type Words } from './words.ts'

export interface Known {
  readonly answer: Answer
  readonly view: CaseView
  readonly values: HomeValues
}
export const knownOf = (answer: Answer, view: CaseView): Known => ({
  answer,
  view,
  values: allValuesOf(homeRows(answer.rows.values())),
})

export interface PartLine {
  readonly key: string
  readonly label: string | undefined
  readonly value: string
}
/** Where the part's name already says what the value is. */
const SELF_SAID: readonly HomeField[] = [
  'resident.displayName',
  'resident.language.code',
  'resident.safetyFlag.level',
  'resident.safetyFlag.reason',
  'resident.contactStop.scope',
  'resident.addressProtection',
  'resident.guardian.name',
  'dwelling.neighbourContact.name',
  'resident.status',
  'household.childrenKnown',
  'dwelling.address',
  'dwelling.earmark',
  'dwelling.dwellingKind',
  'tenancy.tenureType',
  'tenancy.termKind',
  'tenancy.rentMonthly',
  'tenancy.rentDueDay',
  'resident.income.incomeDay',
  'resident.income.mainIncome',
  'tenancy.depositSupport.kind',
]
/** Said only when there is something to say. */
const QUIET: Readonly<Partial<Record<HomeField, string>>> = {
  'resident.safetyFlag.level': 'none',
  'dwelling.earmark': 'none',
  'tenancy.depositSupport.kind': 'none',
}

export function linesOf(words: Words, part: HomePart, values: HomeValues, leftOut: readonly HomeField[] = []): readonly PartLine[] {
  return askedIn(part, values).flatMap((key) => {
    const value = leftOut.includes(key) || QUIET[key] === entered(values, key) ? undefined : valueText(words, key, values)
    return value === undefined ? [] : [{ key, label: SELF_SAID.includes(key) ? undefined : labelOf(words.say, key), value }]
  })
}

interface PartRowProps {
  readonly known: Known
  readonly part: HomePart
  readonly leftOut?: readonly HomeField[]
}
export function PartRow({ known: { answer, view, values }, part, leftOut }: PartRowProps) {
  const say = useSay()
  const language = useLanguage()
  const lines = linesOf({ say, language }, part, values, leftOut)
  const lacks = checkHome(fieldsOf(part), values, answer.today).filter(({ weight, kind }) => weight === 'lack' || kind === 'shortTerm')
  return (
    <>
      <Row title={say(`about.part.${part}`)} to={paths.about(view.lane, part)} lines={lines}>
        {lacks.map((remark) => (
          <Note key={remark.kind} tone="care">
            {remarkText(say, remark)}
          </Note>
        ))}
      </Row>
      <TwoOfPart view={view} part={part} answer={answer} />
    </>
  )
}

function TwoOfPart({ view, part, answer }: { readonly view: CaseView; readonly part: HomePart; readonly answer: Answer }) {
  const two = twoOf(view, part, recsNow(answer.rows.values()))
  return two.length === 0 ? null : (
    <li className="bf-list__line">
      <TwoRows view={view} two={two} />
    </li>
  )
}

interface RowProps {
  readonly title: string
  readonly to: string
  readonly lines: readonly PartLine[]
  readonly children?: React.ReactNode
}
export function Row({ title, to, lines, children }: RowProps) {
  const say = useSay()
  return (
    <li className="bf-list__line">
      <div className="bf-lines">
        <h3 className={lines.length === 0 ? 'bf-text' : 'bf-meta'}>{title}</h3>
        {lines.map(({ key, label, value }) => (
          <p key={key} className="bf-text bf-prewrap">
            {label === undefined ? value : say('about.line', { label, value })}
          </p>
        ))}
        {children}
      </div>
      <RowLink to={to} label={say(lines.length === 0 ? 'about.addNamed' : 'about.editNamed', { what: title })}>
        {say(lines.length === 0 ? 'about.add' : 'about.edit')}
      </RowLink>
    </li>
  )
}
