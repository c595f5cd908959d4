// Contact attempts: ring, and say how it went in one tap; then every attempt till now. Only added to (DOMAIN.md 2.14).

import { CONTACT_WAYS, type ContactResult, type ContactWay } from '#domain/codes.ts'
import { asCode } from '#domain/reading.ts'
import { Reach } from '../about/reach.tsx'
import { Act, Acts } from '../parts/acts.tsx'
import { Empty, Note, Section } from '../parts/cards.tsx'
import { ShortText } from '../parts/fields.tsx'
import { OfflineStrip, Screen } from '../parts/shell.tsx'
import { Chips } from '../parts/visit-parts.tsx'
import { WordButton } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'
import { ContactList } from './contact-list.tsx'
import { AskedText, type OfForms } from './form-screen.tsx'
import { type ContactWriting, useContact } from './use-contact.ts'

export function Contact({ answer, view }: OfForms) {
  const say = useSay()
  const writing = useContact({ answer, view })
  return (
    <Screen
      header={{ title: say('forms.contact'), sub: view.resident.name, back: paths.forms(view.lane) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
    >
      <Reach view={view} onReach={(way) => writing.change({ way, rang: 'yes' })} />
      <HowItWent name={view.resident.name} writing={writing} />
      {view.contactAttempts.length === 0 ? (
        <Empty>{say('forms.contact.none')}</Empty>
      ) : (
        <Section title={say('forms.contact.earlier')}>
          <ContactList answer={answer} view={view} />
        </Section>
      )}
    </Screen>
  )
}

/** What can come of each way of trying. */
const RESULTS: Readonly<Record<ContactResult, readonly ContactWay[]>> = {
  reached: CONTACT_WAYS,
  no_answer: CONTACT_WAYS,
  left_message: CONTACT_WAYS.filter((way) => way !== 'letter'),
  refused: CONTACT_WAYS,
  wrong_number: ['phone', 'sms'],
  returned_mail: ['letter', 'digital'],
  third_party_only: CONTACT_WAYS,
}
const ORDER: readonly ContactResult[] = [
  'reached',
  'no_answer',
  'left_message',
  'refused',
  'third_party_only',
  'wrong_number',
  'returned_mail',
]

function HowItWent({ name, writing }: { readonly name: string; readonly writing: ContactWriting }) {
  const say = useSay()
  const { held, change, save, refusal } = writing
  const way = asCode(held.way, CONTACT_WAYS) ?? 'phone'
  const asked = held.rang === '' ? 'forms.contact.how' : way === 'sms' ? 'forms.contact.wrote' : 'forms.contact.rang'
  return (
    <>
      <Chips
        label={say('forms.contact.way')}
        options={CONTACT_WAYS.map((code) => ({ code, text: say(`term.contactWay.${code}`) }))}
        chosen={way}
        onChoose={(code) => change({ way: code ?? way, rang: '' })}
      />
      <When writing={writing} />
      <ShortNote writing={writing} />
      <Section title={say(asked)} aside={say('forms.contact.atOnce')}>
        <Acts isTwo>
          {ORDER.filter((result) => RESULTS[result].includes(way)).map((result) => (
            <Act key={result} isStacked onPress={() => save({ direction: 'out', result })}>
              {say(`term.contactResult.${result}`)}
            </Act>
          ))}
        </Acts>
        <Acts>
          <Act onPress={() => save({ direction: 'in', result: 'reached' })}>{say('forms.contact.in', { name })}</Act>
        </Acts>
        {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
      </Section>
    </>
  )
}

const WHENS = ['now', 'yesterday', 'other'] as const
function When({ writing: { held, change, problem } }: { readonly writing: ContactWriting }) {
  const say = useSay()
  const when = asCode(held.when, WHENS) ?? 'now'
  const words = (...kinds: readonly string[]) => (problem && kinds.includes(problem) ? say(`forms.refuse.${problem}`) : undefined)
  return (
    <>
      <Chips
        label={say('forms.contact.when')}
        options={WHENS.map((code) => ({ code, text: say(`forms.contact.${code}`) }))}
        chosen={when}
        onChoose={(code) => change({ when: code ?? when })}
      />
      {when === 'other' ? (
        <>
          <AskedText
            kind="date"
            label={say('forms.contact.on')}
            value={held.on}
            problem={words('badDay', 'notYetTried')}
            onChange={(on) => change({ on })}
          />
          <AskedText
            mode="numeric"
            label={say('forms.contact.clock')}
            help={say('forms.contact.clockHelp')}
            value={held.clock}
            problem={words('badClock')}
            onChange={(clock) => change({ clock })}
          />
        </>
      ) : null}
    </>
  )
}

function ShortNote({ writing: { held, change } }: { readonly writing: ContactWriting }) {
  const say = useSay()
  if (held.hasNote === '')
    return (
      <div className="bf-row">
        <WordButton onPress={() => change({ hasNote: 'yes' })}>{say('forms.contact.addNote')}</WordButton>
      </div>
    )
  return <ShortText label={say('forms.contact.note')} value={held.note} onChange={(note) => change({ note })} />
}
