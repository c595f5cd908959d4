// One topic of what is known about a resident, open for changing: one page, its fields, what is said about them, «Lagre».

import '../parts/about.css'
import { useNavigate } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import type { HomeRemark } from '#domain/home-check.ts'
import { type HomePart, isItemPart } from '#domain/home-fields.ts'
import { type HomeForm, isChanged } from '#domain/home-form.ts'
import { strike } from '#domain/home-save.ts'
import { askedIn, entered } from '#domain/home-values.ts'
import type { Id } from '#domain/ids.ts'
import { MainButton, OutlineButton } from '../parts/button.tsx'
import { Note } from '../parts/cards.tsx'
import { useFirstError } from '../parts/first-error.ts'
import { SaveState } from '../parts/save-state.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { useTitleFocus } from '../parts/visit-parts.tsx'
import { WordButton } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { ReadOnly } from '../visit/read-only.tsx'
import { useHeld } from '../visit/use-keeper.ts'
import { PageField } from './field.tsx'
import { keeperOfPage } from './form-draft.ts'
import { TwoStand } from './two-stand.tsx'
import { canLoosen, isWeaker, type PageRefusal, remarksOf, useHomePage } from './use-page.ts'

/** A page half filled in is a draft wherever it is kept: «Lagret» is said when it is saved. */
export const UNSAVED = { state: 'draft' } as const

export interface PartPageProps {
  readonly answer: Answer
  readonly view: CaseView
  readonly part: HomePart
  readonly item: Id | undefined
}

export function PartPage({ answer, view, part, item }: PartPageProps) {
  const say = useSay()
  const casebook = useCasebook()
  const back = paths.about(view.lane)
  const page = { part, item, lane: view.lane }
  const keeper = keeperOfPage(casebook, page, answer)
  const held = useHeld(keeper)
  const { set, save, leave, refusal, isBusy } = useHomePage({ answer, page, keeper, backTo: back })
  const { form } = held.content
  const isTyped = isChanged(form)
  useTitleFocus(`${part} ${item ?? ''}`)
  useFirstError(refusal)
  const row = item && answer.rows.get(item)
  return (
    <Screen
      className="bf-page"
      header={{ title: say(`about.part.${part}`), sub: view.resident.name, back }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar state={isTyped && casebook.kind === 'field' ? <SaveState saved={UNSAVED} /> : undefined}>
          {isTyped ? <OutlineButton onPress={leave}>{say('about.discard')}</OutlineButton> : null}
          <MainButton isBusy={isBusy} onPress={save}>
            {say('about.save')}
          </MainButton>
        </Bar>
      }
    >
      <ReadOnly held={held}>
        <TwoStand view={view} form={form} />
        <Fields answer={answer} form={form} refusal={refusal} set={set} />
      </ReadOnly>
      <Refused refusal={refusal} />
      {held.refusal === undefined ? null : <Note tone="care">{say(`refusal.${held.refusal}`)}</Note>}
      {row && isItemPart(part) ? <Strike lane={view.lane} row={row} /> : null}
    </Screen>
  )
}

interface FieldsProps extends Pick<PartPageProps, 'answer'> {
  readonly form: HomeForm
  readonly refusal: PageRefusal | undefined
  readonly set: Parameters<typeof PageField>[0]['set']
}
function Fields({ answer, form, refusal, set }: FieldsProps) {
  const say = useSay()
  const { me } = useCasebook()
  const mayLoosen = canLoosen(answer, me)
  const stops: readonly HomeRemark[] = refusal?.kind === 'stopped' ? refusal.remarks : []
  // What stops is said when somebody saves; what is only worth knowing, as soon as it can be known.
  const advice = remarksOf(form, answer).filter(({ weight }) => weight !== 'stop')
  return askedIn(form.part, form.values).map((key) => (
    <PageField
      key={key}
      of={key}
      value={entered(form.values, key)}
      set={set}
      remarks={[...stops, ...advice].filter(({ at }) => at === key)}
      isClosed={(code) => !mayLoosen && isWeaker(answer, key, code)}
      title={say(`about.part.${form.part}`)}
      leftOut={key === 'tenancy.status' && entered(form.base, key) !== 'ended' ? ENDED : []}
    />
  ))
}

/** A lease is ended on a page of its own, which asks why and when. */
const ENDED = ['ended']

export function Refused({ refusal }: { readonly refusal: PageRefusal | undefined }) {
  const say = useSay()
  if (refusal === undefined || refusal.kind === 'stopped') return null
  return <Note tone="care">{refusal.kind === 'mayNotLoosen' ? say('about.onlyCoordinator') : say(`refusal.${refusal.kind}`)}</Note>
}

function Strike({ lane, row }: { readonly lane: CaseView['lane']; readonly row: Parameters<typeof strike>[0] }) {
  const say = useSay()
  const navigate = useNavigate()
  const { record, refusal } = useRecording()
  const press = async () => {
    const isDone = await record([strike(row, 'mistake')], { text: say('about.struck'), backTo: location.pathname })
    if (isDone) await navigate(paths.about(lane))
  }
  return (
    <div className="bf-group">
      <div className="bf-row">
        <WordButton onPress={() => void press()}>{say('about.strike')}</WordButton>
      </div>
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
    </div>
  )
}
