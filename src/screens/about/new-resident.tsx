// «Ny beboer»: a short page that makes a case of its own. Whoever makes it has it; what else there is to know is added on
// her own pages, when it is known.

import '../parts/about.css'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import type { HomeRemark } from '#domain/home-check.ts'
import { fieldsOf } from '#domain/home-fields.ts'
import { answered } from '#domain/home-form.ts'
import { newCase } from '#domain/home-new.ts'
import { entered } from '#domain/home-values.ts'
import { Loading } from '../loading.tsx'
import { MainButton } from '../parts/button.tsx'
import { Note } from '../parts/cards.tsx'
import { LongText } from '../parts/fields.tsx'
import { useFirstError } from '../parts/first-error.ts'
import { SaveState } from '../parts/save-state.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { useTitleFocus } from '../parts/visit-parts.tsx'
import { paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'
import { useAnswer, useCasebook } from '../use-session.tsx'
import { ReadOnly } from '../visit/read-only.tsx'
import { useHeld } from '../visit/use-keeper.ts'
import { PageField } from './field.tsx'
import { Refused, UNSAVED } from './form.tsx'
import { keeperOfPage, type PageKeeper } from './form-draft.ts'
import { type PageRefusal, useFinish } from './use-page.ts'

const PAGE = { part: 'start', lane: undefined, item: undefined } as const

export function NewResident() {
  const answer = useAnswer({ ask: 'residents' })
  return answer === undefined ? <Loading /> : <NewPage answer={answer} />
}

function NewPage({ answer }: { readonly answer: Answer }) {
  const say = useSay()
  const casebook = useCasebook()
  const keeper = keeperOfPage(casebook, PAGE, answer)
  const held = useHeld(keeper)
  const { create, refusal, isBusy } = useCreate(keeper, answer)
  useTitleFocus('new')
  useFirstError(refusal)
  return (
    <Screen
      className="bf-page"
      header={{ title: say('about.new'), back: paths.residents }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar state={held.keptAt !== undefined && casebook.kind === 'field' ? <SaveState saved={UNSAVED} /> : undefined}>
          <MainButton isBusy={isBusy} onPress={create}>
            {say('about.create')}
          </MainButton>
        </Bar>
      }
    >
      <ReadOnly held={held}>
        <StartFields keeper={keeper} answer={answer} remarks={refusal?.kind === 'stopped' ? refusal.remarks : []} />
      </ReadOnly>
      <Refused refusal={refusal} />
      {held.refusal === undefined ? null : <Note tone="care">{say(`refusal.${held.refusal}`)}</Note>}
    </Screen>
  )
}

interface StartProps {
  readonly keeper: PageKeeper
  readonly answer: Answer
  readonly remarks: readonly HomeRemark[]
}
function StartFields({ keeper, answer, remarks }: StartProps) {
  const say = useSay()
  const { form, why } = keeper.held().content
  const change = (next: { form?: typeof form; why?: string }, when: 'now' | 'soon') =>
    keeper.change({ ...keeper.held().content, ...next }, when)
  return (
    <>
      {fieldsOf('start').map((key) => (
        <PageField
          key={key}
          of={key}
          value={entered(form.values, key)}
          set={(of, typed, when) => change({ form: answered(keeper.held().content.form, of, typed, answer.today) }, when)}
          remarks={remarks.filter(({ at }) => at === key)}
        />
      ))}
      <LongText label={say('about.why')} help={say('about.whyHelp')} value={why} onChange={(typed) => change({ why: typed }, 'soon')} />
    </>
  )
}

function useCreate(keeper: PageKeeper, { today }: Answer) {
  const say = useSay()
  const navigate = useNavigate()
  const { newId } = useCasebook()
  const finish = useFinish(PAGE, keeper)
  const [refusal, setRefusal] = useState<PageRefusal>()
  const [isBusy, setBusy] = useState(false)
  const create = async () => {
    const { form, why } = keeper.held().content
    const made = newCase({ values: form.values, why, today, newId })
    if (!made.ok) return setRefusal(made.refusal)
    setBusy(true)
    const refused = await finish(made.value.patches, say('about.created'))
    setBusy(false)
    setRefusal(refused)
    if (refused === undefined) await navigate(paths.resident(made.value.lane), { replace: true })
  }
  return { create: () => void create(), refusal, isBusy }
}
