// Consents in lists: waiting, said yes to with «Trekk» at the end of the row, and what was before.

import { Link } from 'react-router'
import type { CaseView } from '#domain/case-view.ts'
import { type ConsentView, standsOn, waiting } from '#domain/consent.ts'
import type { LocalDate } from '#domain/ids.ts'
import { LinkRow, List, Section } from '../parts/cards.tsx'
import { WordButton } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { consentState, consentTitle } from './consent-words.ts'

interface Rows {
  readonly view: CaseView
  readonly today: LocalDate
}

const isNew = (a: ConsentView, b: ConsentView): number => ((a.on ?? '') < (b.on ?? '') ? 1 : -1)

export function Waiting({ view }: Pick<Rows, 'view'>) {
  const today = useCasebook().today()
  return <Plain title="waiting" view={view} today={today} consents={waiting(view.consents)} />
}

export function Before({ view, today }: Rows) {
  const over = view.consents.filter((one) => one.state !== 'unanswered' && !standsOn(one, today))
  return <Plain title="before" view={view} today={today} consents={[...over].sort(isNew)} />
}

function Plain({
  title,
  view,
  today,
  consents,
}: Rows & { readonly title: 'waiting' | 'before'; readonly consents: readonly ConsentView[] }) {
  const say = useSay()
  const language = useLanguage()
  if (consents.length === 0) return null
  return (
    <Section title={say(`consents.${title}`)} isQuiet={title === 'before'}>
      <List>
        {consents.map((consent) => (
          <LinkRow
            key={consent.id}
            to={paths.consents(view.lane, consent.id)}
            title={consentTitle(view, consent, say)}
            sub={consentState(consent, { say, language, today })}
          />
        ))}
      </List>
    </Section>
  )
}

export function SaidYes({ view, today, onWithdraw }: Rows & { readonly onWithdraw: (consent: ConsentView) => void }) {
  const say = useSay()
  const language = useLanguage()
  const standing = view.consents.filter((one) => standsOn(one, today))
  if (standing.length === 0) return null
  return (
    <Section title={say('consents.yes')}>
      <List>
        {standing.map((consent) => (
          <li key={consent.id} className="bf-list__line">
            <div>
              <Link className="bf-card__link bf-text" to={paths.consents(view.lane, consent.id)}>
                {consentTitle(view, consent, say)}
              </Link>
              <div className="bf-meta">{consentState(consent, { say, language, today })}</div>
            </div>
            <span className="bf-above">
              <WordButton
                label={say('consents.withdrawNamed', { what: consentTitle(view, consent, say) })}
                onPress={() => onWithdraw(consent)}
              >
                {say('consents.withdraw')}
              </WordButton>
            </span>
          </li>
        ))}
      </List>
    </Section>
  )
}
