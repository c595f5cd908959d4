// A draft whose author's phone is lost or whose case was moved: shown as what it is, not finished, to read only.

import { AskPerson } from '../parts/ask-person.tsx'
import { Facts } from '../parts/desk-bits.tsx'
import { nameOf } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useSession } from '../use-session.tsx'
import { useDesk } from './desk-state.tsx'
import { draftContent, draftLines, guideOfDraft } from './draft-words.ts'
import type { UnfinishedItem } from './held-items.ts'
import { ReaderTitle } from './reader-title.tsx'
import { useGuide } from './use-guide.ts'
import { whenWords } from './when.ts'

export function UnfinishedReader({ item }: { readonly item: UnfinishedItem }) {
  const say = useSay()
  const language = useLanguage()
  const { people, answer } = useDesk()
  const { isDemo } = useSession()
  const content = draftContent(item.draft)
  const guide = useGuide(guideOfDraft(content))
  const name = nameOf(people, item.by)
  const lines = draftLines(content, guide, { say, language, people, resident: item.name ?? '' })
  return (
    <>
      <ReaderTitle item={item} title={say('unfinished.title', { name })} />
      <p className="sub num">
        {answer === undefined ? '' : say('unfinished.time', { time: whenWords({ say, language, today: answer.today }, item.at) })}
      </p>
      <p className="lead">{say('unfinished.help', { name })}</p>
      <div className="row wrap">
        <AskPerson name={name} phone={people.get(item.by)?.phone} isDemo={isDemo} size="small" word={say('held.call', { name })} />
      </div>
      <section className="reader-block">
        {lines.length === 0 ? (
          <p className="gone">{say('unfinished.nothing')}</p>
        ) : (
          <Facts
            className="log"
            facts={lines.map((line) => ({ key: line.key, label: line.label, value: <p className="said">{line.text}</p> }))}
          />
        )}
      </section>
    </>
  )
}
