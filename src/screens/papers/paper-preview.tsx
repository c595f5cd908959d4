// One paper as it will look, in the resident's language unless another is chosen; print it, share it, and note who got a copy.

import { type ReactNode, useEffect, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import type { PaperKind } from '#domain/codes.ts'
import { isProtected, letterhead, type PaperGiven } from '#domain/paper-given.ts'
import { type Receiver, receiversOf } from '#domain/paper-meeting.ts'
import { isLanguage, LANGUAGES, type Language } from '#texts/catalogue.ts'
import { loadAllWords, sayIn } from '#texts/say.ts'
import { mayOpen } from '../group/given.ts'
import { NotHere } from '../not-here.tsx'
import { MainButton } from '../parts/button.tsx'
import { Note } from '../parts/cards.tsx'
import { PrintIcon } from '../parts/icons.ts'
import { Bar, Screen } from '../parts/shell.tsx'
import { Chips, ManyChips } from '../parts/visit-parts.tsx'
import { idOfParam, paths } from '../paths.ts'
import { officeRow } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { CopyGiven } from './copy-given.tsx'
import { PaperSheet } from './paper-sheet.tsx'
import { type PaperSpeech, plainText } from './paper-words.ts'
import { ShareButton } from './share-button.tsx'
import { kindOfPath, paperGiven, paperOf } from './use-papers.ts'

interface Given {
  readonly view: CaseView
  readonly answer: Answer
}

export function PaperPreview({ view, answer }: Given) {
  const params = useParams()
  const kind = kindOfPath(params.kind)
  return kind === undefined ? <NotHere /> : <Preview key={`${kind}${params.of}`} view={view} answer={answer} kind={kind} />
}

function Preview({ view, answer, kind }: Given & { readonly kind: PaperKind }) {
  const say = useSay()
  const of = idOfParam(useParams().of)
  const given = paperGiven(view, answer)
  const { kind: at } = useCasebook()
  const all = (kind === 'invitation' || kind === 'minutes') && of !== undefined ? receiversOf(given, kind, of) : []
  const others = all.filter((one) => kind !== 'minutes' || of === undefined || mayOpen(answer, at, of, one))
  const [member, setMember] = useState(useSearchParams()[0].get('at') ?? undefined)
  const to: Receiver = others.find(({ id }) => id === member) ?? 'resident'
  const paper = paperOf(given, answer, kind, of, to)
  const sheet = useSheet(kind === 'key_data' ? undefined : view.resident.language.code)
  if (paper === undefined) return <NotHere />
  const { speech } = sheet
  const { lines, phone } = letterhead(officeRow(answer.office))
  return (
    <Screen
      header={{ title: say(`term.paperKind.${kind}`), sub: view.resident.name, back: paths.papers(view.lane) }}
      bar={
        <Bar>
          <ShareButton
            text={() => (speech === undefined ? '' : plainText(paper, [...lines, ...(phone === undefined ? [] : [phone])], speech))}
          />
          <MainButton icon={<PrintIcon aria-hidden fontSize="1.5rem" />} onPress={() => window.print()}>
            {say('paper.print')}
          </MainButton>
        </Bar>
      }
    >
      <Choices sheet={sheet}>
        {others.length === 0 ? null : (
          <Chips
            label={say('paper.receiver')}
            options={[{ code: 'resident', text: view.resident.name }, ...others.map(({ id, name }) => ({ code: id, text: name }))]}
            chosen={to === 'resident' ? 'resident' : to.id}
            onChoose={setMember}
          />
        )}
      </Choices>
      <Warnings given={given} />
      {speech === undefined ? null : (
        <PaperSheet paper={paper} office={officeRow(answer.office)} today={answer.today} speech={speech} isLarge={sheet.isLarge} />
      )}
      <CopyGiven paper={paper} given={given} to={to} />
    </Screen>
  )
}

function Warnings({ given }: { readonly given: PaperGiven }) {
  const say = useSay()
  return (
    <div className="bf-group">
      <p className="bf-small bf-subtle">{say('paper.leaves')}</p>
      {isProtected(given) ? <Note tone="care">{say('paper.protected')}</Note> : null}
    </div>
  )
}

interface SheetState {
  /** Undefined until the words of the language are there. */
  readonly speech: PaperSpeech | undefined
  readonly chosen: Language
  readonly choose: (language: Language) => void
  readonly isLarge: boolean
  readonly setLarge: (isLarge: boolean) => void
}

/** The resident's language, else the screen's; an internal sheet is not hers to read. */
function useSheet(code: string | undefined): SheetState {
  const screen = useLanguage()
  const [chosen, choose] = useState<Language>(isLanguage(code) ? code : screen)
  const [loaded, setLoaded] = useState<Language>(screen)
  const [isLarge, setLarge] = useState(false)
  useEffect(() => {
    let isCurrent = true
    void loadAllWords(chosen).then(() => {
      if (isCurrent) setLoaded(chosen)
    })
    return () => {
      isCurrent = false
    }
  }, [chosen])
  const speech = loaded === chosen || chosen === screen ? { say: sayIn(chosen), language: chosen } : undefined
  return { speech, chosen, choose, isLarge, setLarge }
}

function Choices({ sheet, children }: { readonly sheet: SheetState; readonly children: ReactNode }) {
  const say = useSay()
  return (
    <div className="bf-group">
      {children}
      <div className="paper-choices">
        <Chips
          label={say('paper.language')}
          options={LANGUAGES.map((code) => ({ code, text: say(`more.language.${code}`) }))}
          chosen={sheet.chosen}
          onChoose={(code) => (code === undefined ? undefined : sheet.choose(code))}
        />
        <ManyChips
          label={say('paper.large')}
          isLabelHidden
          options={[{ code: 'large', text: say('paper.large') }]}
          chosen={sheet.isLarge ? ['large'] : []}
          onToggle={() => sheet.setLarge(!sheet.isLarge)}
        />
      </div>
    </div>
  )
}
