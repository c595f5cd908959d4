// «Til vurdering»: who wrote, when, which home and why it lies here, then the words themselves with what the case says
// now, and what may be done. What could not be opened is said honestly: nobody can read it, and whom to call.

import type { Answer } from '#device/casebook.ts'
import { readCase } from '#domain/case-view.ts'
import { isId } from '#domain/ids.ts'
import { asGroup, asNumber, asText } from '#domain/reading.ts'
import { AskPerson } from '../parts/ask-person.tsx'
import { Facts, LookNote } from '../parts/desk-bits.tsx'
import { nameOf } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useAnswer, useSession } from '../use-session.tsx'
import { useDesk } from './desk-state.tsx'
import { HeldDecision } from './held-decision.tsx'
import { type HeldItem, heldValue } from './held-items.ts'
import { type HeldWords, heldTitle, heldWords } from './held-words.ts'
import { ReaderTitle } from './reader-title.tsx'
import { useGuide } from './use-guide.ts'
import { whenWords } from './when.ts'

export interface HeldProps {
  readonly item: HeldItem
  readonly onDone: () => void
}

export function HeldReader({ item, onDone }: HeldProps) {
  const name = nameOf(useDesk().people, item.by)
  const isOpen = item.why !== 'bad' && item.lane !== undefined
  return (
    <>
      {isOpen ? <Opened item={item} name={name} /> : <Unopened item={item} name={name} />}
      <HeldDecision item={item} name={name} onDone={onDone} />
    </>
  )
}

interface Named {
  readonly item: HeldItem
  readonly name: string
}

function Unopened({ item, name }: Named) {
  const say = useSay()
  return (
    <>
      <ReaderTitle item={item} title={say('held.unopened', { name })} />
      <p className="lead">{say('held.unopenedHelp', { name })}</p>
      <About item={item} name={name} />
    </>
  )
}

function Opened({ item, name }: Named) {
  const say = useSay()
  return (
    <>
      <ReaderTitle item={item} title={say('held.title', { what: heldTitle(item, say), name })} />
      {item.isConcern ? (
        <div className="gap-top">
          <LookNote>
            <p>{say('held.concern')}</p>
          </LookNote>
        </div>
      ) : null}
      <About item={item} name={name} />
      {item.lane === undefined ? null : <Words item={item} lane={item.lane} />}
    </>
  )
}

/** Who, when and why. */
function About({ item, name }: Named) {
  const say = useSay()
  const language = useLanguage()
  const { people, answer } = useDesk()
  const { isDemo } = useSession()
  const time = answer === undefined ? '' : whenWords({ say, language, today: answer.today }, item.at)
  const call = <AskPerson name={name} phone={people.get(item.by)?.phone} isDemo={isDemo} size="small" word={say('held.call', { name })} />
  return (
    <Facts
      className="log"
      facts={[
        {
          key: 'when',
          label: say('held.whenLabel'),
          value: (
            <span className="row wrap">
              {say('held.when', { name, time })} {call}
            </span>
          ),
        },
        { key: 'why', label: say('held.whyLabel'), value: say(`held.why.${whyOf(item)}`, { name }) },
      ]}
    />
  )
}

/** Of a decision that waits, what it waits for. */
const whyOf = ({ why, changes }: HeldItem) =>
  why === 'awaits' && changes.some(({ type }) => type === 'decision' || type === 'meeting') ? 'presence' : why

function Words({ item, lane }: { readonly item: HeldItem; readonly lane: NonNullable<HeldItem['lane']> }) {
  const say = useSay()
  const answer = useAnswer({ ask: 'resident', lane })
  if (answer === undefined) return <p role="status">{say('desk.loading')}</p>
  return <Written item={item} answer={answer} />
}

function Written({ item, answer }: { readonly item: HeldItem; readonly answer: Answer }) {
  const say = useSay()
  const language = useLanguage()
  const { people } = useDesk()
  const guide = useGuide(guideOf(item, answer))
  const context = { say, language, people, resident: readCase(answer.rows)?.resident.name ?? item.name ?? '', rows: answer.rows, guide }
  const words = item.changes.map((change) => heldWords(change, context)).filter(({ lines }) => lines.length > 0)
  return (
    <section className="reader-block">
      <h3 className="h2">{say('held.words')}</h3>
      {words.length === 0 ? <p className="gone">{say('held.noWords')}</p> : null}
      {words.map((one) => (
        <Record key={one.key} words={one} isNamed={words.length > 1 || one.about !== undefined} />
      ))}
    </section>
  )
}

/** The visit's own guide: it stands in the held part, or in the part the case has. */
function guideOf(item: HeldItem, answer: Answer) {
  const held = item.changes.map((change) => asGroup(heldValue(change, 'guide'))).find((guide) => guide !== undefined)
  const stored = item.changes
    .map(({ rec }) => (isId(rec) ? answer.rows.get(rec)?.regs.guide?.[0]?.v : undefined))
    .find((v) => v !== undefined)
  const guide = held ?? asGroup(stored)
  const code = asText(guide?.code)
  return code === undefined ? undefined : { code, version: asNumber(guide?.version) ?? 1 }
}

function Record({ words, isNamed }: { readonly words: HeldWords; readonly isNamed: boolean }) {
  const say = useSay()
  return (
    <div className="held-record">
      {isNamed ? <p className="sub">{[words.title, words.about].filter(Boolean).join(': ')}</p> : null}
      <Facts
        className="log"
        facts={words.lines.map((line) => ({
          key: line.key,
          label: line.label,
          value: (
            <>
              <p className="said">{line.wrote}</p>
              {line.now === undefined ? null : <p className="sub">{say('held.now', { value: line.now })}</p>}
            </>
          ),
        }))}
      />
    </div>
  )
}
