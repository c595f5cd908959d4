// Asking: the words stand large, can be read together in the resident's language, and are stored as they were shown. Then the
// answer: yes, no, or later. A question from before keeps the words it was asked with.

import './consents.css'
import { useState } from 'react'
import { type ConsentKind, TOPICS } from '#domain/codes.ts'
import type { ConsentView } from '#domain/consent.ts'
import { needsTopics } from '#domain/consent-acts.ts'
import type { Id } from '#domain/ids.ts'
import { asksWhat, asksWho, CONSENT_TEXTS } from '#rules/consent-texts.ts'
import { LANGUAGES } from '#texts/catalogue.ts'
import { capital } from '#texts/format.ts'
import { MainButton, OutlineButton } from '../parts/button.tsx'
import { Card, Note, Section } from '../parts/cards.tsx'
import { LongText, ShortText } from '../parts/fields.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { ManyTiles, OneTile } from '../parts/tiles.tsx'
import { WordButton } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'
import { AnswerFields } from './answer-fields.tsx'
import type { OfConsents } from './consents.tsx'
import { ANSWERS, type Asking, useAsking } from './use-asking.ts'

export interface AskFormProps extends OfConsents {
  readonly kind: ConsentKind
  readonly about?: Id | undefined
  /** Asked before, and to be answered now. */
  readonly consent?: ConsentView
}

export function AskForm(props: AskFormProps) {
  const { answer, view, kind } = props
  const say = useSay()
  const asking = useAsking(props)
  const [isTogether, setTogether] = useState(false)
  if (isTogether) return <Together words={asking.words} onDone={() => setTogether(false)} />
  return (
    <Screen
      header={{ title: asking.title, sub: view.resident.name, back: paths.consents(view.lane) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar>
          {asking.isTyped ? <OutlineButton onPress={asking.discard}>{say('consents.discard')}</OutlineButton> : null}
          <MainButton onPress={asking.save} isBusy={asking.isBusy}>
            {say(asking.held.answer === undefined ? 'consents.save' : SAVES[asking.held.answer])}
          </MainButton>
        </Bar>
      }
    >
      {props.consent === undefined ? <WhatIsAsked kind={kind} asking={asking} /> : null}
      <Words asking={asking} kind={kind} onRead={() => setTogether(true)} isOld={props.consent !== undefined} />
      <OneTile
        question={say('consents.answer', { name: view.resident.name })}
        options={[
          { code: 'yes', text: say('consents.answer.yes') },
          { code: 'no', text: say('consents.answer.no'), hint: say('consents.answer.noHint') },
          { code: 'later', text: say('consents.answer.later') },
        ]}
        chosen={asking.held.answer}
        onChoose={(answered) => asking.change({ answer: ANSWERS.find((one) => one === answered) })}
      />
      {asking.held.answer === 'yes' ? <AnswerFields kind={kind} view={view} asking={asking} /> : null}
      {asking.held.answer === 'no' && asking.hasOld ? <Note tone="calm">{say('consents.oldStands')}</Note> : null}
      {asking.missing === undefined ? null : (
        <div role="alert">
          <Note tone="care">{say(`consents.refuse.${asking.missing}`)}</Note>
        </div>
      )}
      {asking.refusal === undefined ? null : <Note tone="care">{say(`refusal.${asking.refusal}`)}</Note>}
    </Screen>
  )
}

const SAVES = { yes: 'consents.saveYes', no: 'consents.saveNo', later: 'consents.saveLater' } as const

function WhatIsAsked({ kind, asking }: { readonly kind: ConsentKind; readonly asking: Asking }) {
  const say = useSay()
  const { held, change, who } = asking
  return (
    <>
      {asksWho(kind) && asking.isWhoFree ? (
        <ShortText label={say('consents.nameOfWhom')} value={held.who} onChange={(name) => change({ who: name })} />
      ) : null}
      {needsTopics(kind) ? (
        <ManyTiles
          question={say('consents.topics', { who })}
          options={TOPICS.map((topic) => ({ code: topic, text: capital(say(`term.topic.${topic}`)) }))}
          isTwoColumns
          chosen={held.topics}
          onChoose={(codes) => change({ topics: TOPICS.filter((topic) => codes.includes(topic)) })}
        />
      ) : null}
      {asksWhat(kind) && !needsTopics(kind) ? (
        <LongText label={say('consents.what')} rows={2} value={held.what} onChange={(what) => change({ what })} />
      ) : null}
    </>
  )
}

interface WordsProps {
  readonly asking: Asking
  readonly kind: ConsentKind
  readonly onRead: () => void
  readonly isOld: boolean
}
function Words({ asking, kind, onRead, isOld }: WordsProps) {
  const say = useSay()
  return (
    <Section
      title={say('consents.wordsNow')}
      aside={asking.words === '' ? undefined : <WordButton onPress={onRead}>{say('consents.read')}</WordButton>}
    >
      <Card>
        {asking.words === '' ? (
          <p className="bf-text bf-subtle">{say('consents.pickFirst')}</p>
        ) : (
          <p className="bf-spoken" lang={asking.held.language}>
            {asking.words}
          </p>
        )}
        <p className="bf-meta">{say('consents.source', { source: CONSENT_TEXTS[kind].source })}</p>
      </Card>
      {isOld ? null : (
        <fieldset className="bf-row bf-plainset">
          <legend className="bf-meta">{say('consents.language')}</legend>
          {LANGUAGES.map((language) => (
            <WordButton key={language} isPressed={asking.held.language === language} onPress={() => asking.change({ language })}>
              {say(`consents.lang.${language}`)}
            </WordButton>
          ))}
        </fieldset>
      )}
    </Section>
  )
}

/** The screen turned to the resident: the words, and nothing else. */
function Together({ words, onDone }: { readonly words: string; readonly onDone: () => void }) {
  const say = useSay()
  return (
    <Screen
      className="bf-together"
      header={{ title: say('consents.one') }}
      bar={
        <Bar>
          <MainButton onPress={onDone}>{say('consents.readDone')}</MainButton>
        </Bar>
      }
    >
      <p className="bf-text">{words}</p>
    </Screen>
  )
}
