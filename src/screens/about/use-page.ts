// One page open for changing: what is typed, what is said about it, and saving it with ten seconds of «Angre».

import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Answer, Recorded } from '#device/casebook.ts'
import { checkHome, type HomeRemark } from '#domain/home-check.ts'
import { type HomeField, placeOf } from '#domain/home-fields.ts'
import { answered, askedAll, type HomeForm, homeRows } from '#domain/home-form.ts'
import { type HomeRefusal, saveHome } from '#domain/home-save.ts'
import { askedIn } from '#domain/home-values.ts'
import type { Id, LaneId } from '#domain/ids.ts'
import { isLoosening } from '#domain/loosening.ts'
import type { Patch } from '#domain/register.ts'
import { peopleOf } from '../people.ts'
import { useUi } from '../ui-store.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { closePage, type Page, type PageContent, type PageKeeper, reopenPage } from './form-draft.ts'

const UNDO_MS = 10_000
export type PageRefusal = HomeRefusal | Extract<Recorded, { ok: false }>['refusal']

/** May she make a protection weaker here? The office decides; a screen does not offer what would be held. */
export function canLoosen(answer: Answer, me: Id): boolean {
  if (answer.access) return answer.access.some(({ user, role }) => user === me && role === 'coordinator')
  const roles = peopleOf(answer.office).get(me)?.roles ?? []
  return roles.includes('case_worker') || roles.includes('leader')
}

/** Would this answer be a weaker protection than what counts now? */
export function isWeaker(answer: Answer, key: HomeField, code: string): boolean {
  const { type, field, part } = placeOf(key)
  if (part !== undefined && !['safetyFlag.level', 'contactStop.scope'].includes(`${field}.${part}`)) return false
  const v = field === 'safetyFlag' ? { level: code } : field === 'contactStop' ? (code === '' ? null : { scope: code }) : code
  return isLoosening(homeRows(answer.rows.values())[type], type, field, v)
}

export const remarksOf = (form: HomeForm, { rows, today }: Answer): readonly HomeRemark[] => {
  const all = askedAll(form, rows)
  return checkHome(askedIn(form.part, all), all, today)
}

interface PageWith {
  readonly answer: Answer
  readonly page: Page & { readonly lane: LaneId }
  readonly keeper: PageKeeper
  readonly backTo: string
}
export function useHomePage({ answer, page, keeper, backTo }: PageWith) {
  const casebook = useCasebook()
  const navigate = useNavigate()
  const finish = useFinish(page, keeper)
  const [refusal, setRefusal] = useState<PageRefusal>()
  const [isBusy, setBusy] = useState(false)
  const set = (key: HomeField, typed: string, when: 'now' | 'soon') => {
    const content: PageContent = keeper.held().content
    keeper.change({ ...content, form: answered(content.form, key, typed, answer.today) }, when)
    if (refusal?.kind === 'stopped') setRefusal(undefined)
  }
  const leave = async () => {
    closePage(casebook, page)
    await casebook.dropDraft(keeper.id)
    await navigate(backTo)
  }
  const save = async () => {
    const { form } = keeper.held().content
    const mayLoosen = canLoosen(answer, casebook.me)
    const saved = saveHome(form, {
      me: casebook.me,
      newId: casebook.newId,
      lane: page.lane,
      rows: answer.rows,
      today: answer.today,
      mayLoosen,
    })
    if (!saved.ok) return setRefusal(saved.refusal)
    if (saved.value.length === 0) return leave()
    setBusy(true)
    const refused = await finish(saved.value)
    setBusy(false)
    setRefusal(refused)
    if (refused === undefined) await navigate(backTo)
  }
  return { set, save: () => void save(), leave: () => void leave(), refusal, isBusy }
}

/** Records what a page became; «Angre» brings the page back with what was typed. */
export function useFinish(page: Page, keeper: PageKeeper) {
  const say = useSay()
  const casebook = useCasebook()
  const offerUndo = useUi((ui) => ui.offerUndo)
  return async (patches: readonly Patch[], text?: string) => {
    await keeper.flush()
    const draft = keeper.held().keptAt === undefined ? undefined : keeper.draft()
    const recorded = await casebook.record(patches, { holdMs: UNDO_MS, ...(draft ? { finishes: draft.id } : {}) })
    if (!recorded.ok) return recorded.refusal
    closePage(casebook, page)
    const undo = async () => {
      const isUndone = await recorded.undo()
      if (isUndone && draft) await reopenPage(casebook, page, draft)
      return isUndone
    }
    offerUndo({ text: text ?? say(casebook.kind === 'desk' ? 'about.savedDesk' : 'about.saved'), undo, backTo: location.pathname })
    return undefined
  }
}
