// Where she sleeps for a time: now, and before.

import { endStay } from '#domain/stay-acts.ts'
import { type StayView, stayNow } from '#domain/stay-view.ts'
import { capital, dayOfYear } from '#texts/format.ts'
import { MainLink } from '../parts/button.tsx'
import { Empty, LinkRow, List, Note, Section } from '../parts/cards.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { WordButton } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { useRecording } from '../use-recording.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import type { OfForms } from './form-screen.tsx'
import { placeOf, type Words } from './front-lines.ts'

export function StayList({ answer, view }: OfForms) {
  const say = useSay()
  const language = useLanguage()
  const { record, refusal } = useRecording()
  const { stays, lane } = view
  const now = stayNow(stays, answer.today)
  const before = stays.filter((stay) => stay !== now)
  const words: Words = { say, language, today: answer.today }
  const leave = () => {
    const row = now && answer.rows.get(now.id)
    const ended = row && endStay(row, answer.today, answer.today)
    if (ended?.ok) void record([ended.value], { text: say('forms.stays.leftSaid') })
  }
  return (
    <Screen
      header={{ title: say('forms.stays'), sub: view.resident.name, back: paths.forms(lane) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar>
          <MainLink to={paths.forms(lane, 'stays', 'new')}>{say('forms.stays.new')}</MainLink>
        </Bar>
      }
    >
      {stays.length === 0 ? <Empty>{say('forms.stays.none')}</Empty> : null}
      {now === undefined ? null : (
        <Section title={say('forms.stays.now')}>
          <Rows all={[now]} lane={lane} words={words} />
          <div className="bf-row">
            <WordButton onPress={leave}>{say('forms.stays.left')}</WordButton>
          </div>
          {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
        </Section>
      )}
      {before.length === 0 ? null : (
        <Section title={say('forms.stays.before')}>
          <Rows all={before} lane={lane} words={words} />
        </Section>
      )}
    </Screen>
  )
}

function Rows({ all, lane, words }: { readonly all: readonly StayView[]; readonly lane: OfForms['view']['lane']; readonly words: Words }) {
  return (
    <List>
      {all.map((stay) => (
        <LinkRow key={stay.id} to={paths.forms(lane, 'stays', stay.id)} title={placeOf(stay, words.say)} sub={spanOf(stay, words)} />
      ))}
    </List>
  )
}

function spanOf({ from, to }: StayView, { say, language, today }: Words): string | undefined {
  const [first, last] = [from && dayOfYear(language, from, today), to && dayOfYear(language, to, today)]
  if (first && last) return say('forms.stays.span', { from: first, to: last })
  if (first) return capital(say('forms.stays.since', { date: first }))
  return last && capital(say('forms.stays.until', { to: last }))
}
