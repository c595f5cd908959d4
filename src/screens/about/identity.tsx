// Fødselsnummer, at the desk and for those who coordinate: masked until somebody asks, changed on the spot, kept in no
// draft. A phone never has it, and never shows this.

import { useState } from 'react'
import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import { identityOf, numberIn, saveIdentity } from '#domain/home-identity.ts'
import { masked } from '#domain/national-id.ts'
import { type RecordRow, type Seen, seenOf } from '#domain/register.ts'
import { OutlineButton } from '../parts/button.tsx'
import { List, Note } from '../parts/cards.tsx'
import { ShortText } from '../parts/fields.tsx'
import { WordButton } from '../parts/words.tsx'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { canLoosen } from './use-page.ts'

interface IdentityProps {
  readonly answer: Answer
  readonly view: CaseView
}
export function Identity({ answer, view }: IdentityProps) {
  const { kind, me } = useCasebook()
  const [seen, setSeen] = useState<Seen>()
  if (kind !== 'desk' || !canLoosen(answer, me)) return null
  const row = identityOf(answer.rows)
  return (
    <List>
      <li className="bf-list__line">
        {seen === undefined ? (
          <Shown row={row} onChange={() => setSeen(seenOf(row))} />
        ) : (
          <Changing view={view} row={row} seen={seen} onDone={() => setSeen(undefined)} />
        )}
      </li>
    </List>
  )
}

function Shown({ row, onChange }: { readonly row: RecordRow | undefined; readonly onChange: () => void }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const number = numberIn(row)
  const title = say('about.identity')
  const change = say(number === '' ? 'about.add' : 'about.edit')
  return (
    <>
      <div className="bf-lines">
        <h3 className={number === '' ? 'bf-text' : 'bf-meta'}>{title}</h3>
        {number === '' ? null : (
          <p className="bf-row bf-text">
            {isOpen ? `${number.slice(0, 6)} ${number.slice(6)}` : masked(number)}
            <WordButton label={`${say(isOpen ? 'about.hideAgain' : 'about.show')}: ${title}`} onPress={() => setOpen(!isOpen)}>
              {say(isOpen ? 'about.hideAgain' : 'about.show')}
            </WordButton>
          </p>
        )}
      </div>
      <WordButton label={`${change}: ${title}`} onPress={onChange}>
        {change}
      </WordButton>
    </>
  )
}

interface ChangingProps {
  readonly view: CaseView
  readonly row: RecordRow | undefined
  readonly seen: Seen
  readonly onDone: () => void
}
function Changing({ view, row, seen, onDone }: ChangingProps) {
  const say = useSay()
  const { newId } = useCasebook()
  const { record, refusal, isBusy } = useRecording()
  const [typed, setTyped] = useState(numberIn(row))
  const [isWrong, setWrong] = useState(false)
  const save = async () => {
    const made = saveIdentity({ lane: view.lane, row, typed, newId, seen })
    setWrong(!made.ok)
    if (made.ok && (await record(made.value, { text: say('about.savedDesk') }))) onDone()
  }
  return (
    <div className="bf-group">
      <ShortText
        label={say('about.identity')}
        help={say('about.identityHelp')}
        mode="numeric"
        value={typed}
        onChange={setTyped}
        {...(isWrong ? { error: say('about.identityShape') } : {})}
      />
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
      <div className="bf-row">
        <OutlineButton isBusy={isBusy} onPress={() => void save()}>
          {say('about.save')}
        </OutlineButton>
        <WordButton onPress={onDone}>{say('about.discard')}</WordButton>
      </div>
    </div>
  )
}
