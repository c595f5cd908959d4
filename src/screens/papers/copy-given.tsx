// Who got a copy of this paper, when and how; and the few taps that note one more.

import { useState } from 'react'
import { HANDED_HOW } from '#domain/codes.ts'
import { isOwnTeam } from '#domain/consent.ts'
import type { Paper } from '#domain/paper.ts'
import { membersOf, type PaperGiven } from '#domain/paper-given.ts'
import { type CopyRefusal, copiesOf, giveCopy, type HandedHow } from '#domain/paper-list.ts'
import { type Receiver, receiversOf, shownIn } from '#domain/paper-meeting.ts'
import { OutlineButton } from '../parts/button.tsx'
import { List, ListRow, Note, Section } from '../parts/cards.tsx'
import { Chips } from '../parts/visit-parts.tsx'
import { useDay } from '../use-day.ts'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { lastCopy } from './paper-list.tsx'

interface Given {
  readonly paper: Paper
  readonly given: PaperGiven
  /** Whom the sheet on the screen is for. */
  readonly to: Receiver
}

export function CopyGiven({ paper, given, to }: Given) {
  const say = useSay()
  const day = useDay()
  const copies = copiesOf(given.rows, paper)
  return (
    <Section title={say('paper.give')}>
      {copies.length === 0 ? null : (
        <List>
          {copies.map((copy) => (
            <ListRow key={copy.id} title={lastCopy(copy, say, day)} />
          ))}
        </List>
      )}
      <GiveForm paper={paper} given={given} to={to} />
    </Section>
  )
}

function GiveForm({ paper, given, to }: Given) {
  const say = useSay()
  const casebook = useCasebook()
  const { record, isBusy, refusal } = useRecording()
  const [who, setWho] = useState<string>()
  const [how, setHow] = useState<HandedHow>('handed_over')
  const [wrong, setWrong] = useState<CopyRefusal['kind']>()
  const options = receivers(paper, given, to)
  const chosen = options.find(({ code }) => code === who) ?? (options.length === 1 ? options[0] : undefined)
  const give = async () => {
    const { view, today } = given
    const made = giveCopy(paper, {
      ...{ lane: view.lane, id: casebook.newId(), to: chosen?.text ?? '', on: today, today, how },
      ...(chosen?.member ? { member: chosen.member } : {}),
      ...(paper.kind === 'minutes' ? { items: shownIn(given, paper.of, to) } : {}),
    })
    setWrong(made.ok ? undefined : made.refusal.kind)
    if (made.ok && (await record([made.value], { text: say('paper.given', { to: chosen?.text ?? '' }) }))) setWho(undefined)
  }
  return (
    <div className="bf-group">
      <Chips label={say('paper.giveTo')} options={options} chosen={chosen?.code} onChoose={setWho} />
      <Chips
        label={say('paper.giveHow')}
        options={HANDED_HOW.map((code) => ({ code, text: say(`term.handedHow.${code}`) }))}
        chosen={how}
        onChoose={(code) => setHow(code ?? how)}
      />
      {wrong === undefined ? null : <Note tone="care">{say(`paper.refused.${wrong}`)}</Note>}
      {refusal === undefined ? null : <Note tone="care">{say('paper.notGiven')}</Note>}
      <OutlineButton isBusy={isBusy} onPress={() => void give()}>
        {say('paper.giveSave')}
      </OutlineButton>
    </div>
  )
}

/** The sheet is cut to one receiver: then a copy of it is hers alone. Everything else is the resident's to have. */
function receivers({ kind, of }: Paper, given: PaperGiven, to: Receiver) {
  const { view } = given
  const resident = { code: 'resident', text: view.resident.name, member: membersOf(given).find(({ role }) => role === 'resident')?.id }
  if (kind === 'key_data')
    return membersOf(given)
      .filter(({ isCoordinator, role }) => isCoordinator || (isOwnTeam(role) && role !== 'resident'))
      .map(({ id, name }) => ({ code: id, text: name, member: id }))
  if (kind !== 'invitation' && kind !== 'minutes') return [resident]
  const one = receiversOf(given, kind, of).find(({ id }) => to !== 'resident' && id === to.id)
  return one ? [{ code: one.id, text: one.name, member: one.id }] : [resident]
}
