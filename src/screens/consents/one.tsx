// One consent: the very words that were read, what was answered, by whom and how, and the tap that withdraws it.

import './consents.css'
import { useParams } from 'react-router'
import { standsOn } from '#domain/consent.ts'
import { drawnUnder } from '#domain/signatures.ts'
import { inSentence } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import { NotHere } from '../not-here.tsx'
import { MainButton, MainLink } from '../parts/button.tsx'
import { Card, LinkRow, List, ListRow } from '../parts/cards.tsx'
import { DrawnSignature } from '../parts/drawing.tsx'
import { Bar, Screen } from '../parts/shell.tsx'
import { idOfParam, paths } from '../paths.ts'
import { nameOf, peopleOf } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { AskForm } from './ask-form.tsx'
import { consentState, consentTitle } from './consent-words.ts'
import type { OfConsents } from './consents.tsx'
import { Followed, useWithdraw } from './use-withdraw.tsx'

export function OneConsent({ answer, view }: OfConsents) {
  const id = idOfParam(useParams().consent)
  const consent = view.consents.find((one) => one.id === id)
  const say = useSay()
  const language = useLanguage()
  const withdrawing = useWithdraw({ answer, view })
  if (consent === undefined) return <NotHere />
  const { today } = answer
  if (consent.state === 'unanswered' && consent.kind) return <AskForm answer={answer} view={view} consent={consent} kind={consent.kind} />
  const how = termOf(say, 'signedHow', consent.how)
  const people = peopleOf(answer.office)
  return (
    <Screen
      header={{ title: consentTitle(view, consent, say), sub: view.resident.name, back: paths.consents(view.lane) }}
      bar={
        <Bar>
          {standsOn(consent, today) ? (
            <MainButton onPress={() => withdrawing.withdraw(consent)}>{say('consents.withdraw')}</MainButton>
          ) : (
            <MainLink to={paths.consents(view.lane, 'ask', ...(consent.about ? [consent.about] : []))}>{say('consents.change')}</MainLink>
          )}
        </Bar>
      }
    >
      <Followed {...withdrawing} lane={view.lane} />
      <Card>
        <p className="bf-meta">{say('consents.words')}</p>
        <p className="bf-spoken">{consent.text}</p>
      </Card>
      <List>
        <ListRow
          title={consentState(consent, { say, language, today })}
          sub={[
            how,
            consent.witness && inSentence(say('consents.heardBy', { name: consent.witness })),
            consent.askedBy && inSentence(say('consents.askedBy', { name: nameOf(people, consent.askedBy) })),
            inSentence(say('consents.version', { n: consent.version })),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
        <LinkRow to={paths.papers(view.lane, 'consent', consent.id)} title={say('consents.print')} />
      </List>
      {drawnUnder(answer.rows, consent.id).map(({ id, who, drawn }) => (
        <DrawnSignature key={id} name={who} drawn={drawn} />
      ))}
    </Screen>
  )
}
