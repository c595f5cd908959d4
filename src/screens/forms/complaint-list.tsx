// Neighbour complaints: how often, each with what was done, and the words one may answer a neighbour with. Never who.

import './forms.css'
import { howOften, isOfHome } from '#domain/complaint-view.ts'
import { hintOf } from '#guides/hints.ts'
import { capital, dayOfYear, inSentence } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import { MainLink } from '../parts/button.tsx'
import { Empty, LinkRow, List, Note, Section } from '../parts/cards.tsx'
import { InfoIcon } from '../parts/icons.ts'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { dotted } from '../today/visit-card.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import type { OfForms } from './form-screen.tsx'
import { ReplyToNeighbour } from './reply-to-neighbour.tsx'

export function ComplaintList({ answer, view }: OfForms) {
  const say = useSay()
  const language = useLanguage()
  const { complaints } = view
  const hint = hintOf('H19')
  return (
    <Screen
      header={{ title: say('forms.complaints'), sub: view.resident.name, back: paths.forms(view.lane) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar>
          <MainLink to={paths.forms(view.lane, 'complaints', 'new')}>{say('forms.complaints.new')}</MainLink>
        </Bar>
      }
    >
      {hint === undefined ? null : (
        <Note tone="calm" icon={<InfoIcon aria-hidden fontSize="1.375rem" />}>
          {hint.text[language]}
        </Note>
      )}
      {complaints.length === 0 ? (
        <Empty>{say('forms.complaints.none')}</Empty>
      ) : (
        <div className="bf-group">
          {complaints.some(isOfHome) ? (
            <p className="bf-text bf-strong">{say('forms.complaints.often', howOften(complaints, answer.today))}</p>
          ) : null}
          <List>
            {complaints.map((one) => (
              <LinkRow
                key={one.id}
                to={paths.forms(view.lane, 'complaints', one.id)}
                title={termOf(say, 'complaintAbout', one.about) ?? say('term.recordType.complaint')}
                sub={
                  <>
                    {dotted(
                      one.receivedAt && capital(dayOfYear(language, one.receivedAt, answer.today)),
                      isOfHome(one) ? inSentence(termOf(say, 'complaintFrom', one.fromRole) ?? '') : say('forms.complaints.fromHer'),
                      one.isTwo ? say('resident.twoVersions') : inSentence(say(`term.complaintStatus.${one.status}`)),
                      inSentence(termOf(say, 'complaintHandled', one.handledHow) ?? ''),
                    )}
                    {one.text === undefined ? null : <span className="bf-small bf-blockline">{one.text}</span>}
                    {one.residentsSide === undefined ? null : (
                      <span className="bf-small bf-blockline">{say('forms.complaints.herSide', { words: one.residentsSide })}</span>
                    )}
                  </>
                }
              />
            ))}
          </List>
        </div>
      )}
      <Section title={say('forms.complaints.replyTitle')}>
        <ReplyToNeighbour />
      </Section>
    </Screen>
  )
}
