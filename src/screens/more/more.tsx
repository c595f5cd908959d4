// Mer: who I am, the language of the screen, sending and storage, hide, and what lies where.

import { rememberLang } from '#device/vault.ts'
import { isLanguage, LANGUAGES, type Language } from '#texts/catalogue.ts'
import { phoneNumber } from '#texts/format.ts'
import { Loading } from '../loading.tsx'
import { Act } from '../parts/acts.tsx'
import { Card, LinkRow, List, Section } from '../parts/cards.tsx'
import { LockIcon, SentIcon } from '../parts/icons.ts'
import { Screen } from '../parts/shell.tsx'
import { OneTile } from '../parts/tiles.tsx'
import { paths } from '../paths.ts'
import { peopleOf } from '../people.ts'
import { dotted } from '../today/visit-card.tsx'
import { useUi } from '../ui-store.ts'
import { useSay } from '../use-say.tsx'
import { useAnswer, useCasebook, useHide, useSession } from '../use-session.tsx'
import { recordsIn } from './sending-rows.ts'

export function More() {
  const answer = useAnswer({ ask: 'sending' })
  const say = useSay()
  const { isDemo } = useSession()
  const { me } = useCasebook()
  const hide = useHide()
  if (answer === undefined) return <Loading />
  const person = peopleOf(answer.office).get(me)
  const n = recordsIn(answer.sending.waiting)
  return (
    <Screen header={{ title: say('more.title') }}>
      <Section title={say('more.you')}>
        <Card>
          <p className="bf-text bf-strong">{person?.name}</p>
          <p className="bf-small bf-subtle">
            {dotted(
              person?.roles.map((role) => say(`term.role.${role}`)).join(', '),
              person?.phone && say('more.phone', { phone: phoneNumber(person.phone) }),
            )}
          </p>
        </Card>
      </Section>
      <Section title={say('more.thisApp')}>
        <List>
          <LinkRow
            to={paths.sending}
            lead={<SentIcon aria-hidden fontSize="1.5rem" />}
            title={say('sending.title')}
            sub={n === 0 ? say('sending.nothingWaits') : say('sending.waiting', { n })}
          />
        </List>
        <Act icon={<LockIcon aria-hidden fontSize="1.5rem" />} hint={say('more.hideHelp')} onPress={hide}>
          {say('more.hide')}
        </Act>
      </Section>
      <LanguageChoice />
      <Section title={say('more.about')}>
        <p className="bf-small">{say('more.aboutPhone')}</p>
        <p className="bf-small">{say('more.aboutOffice')}</p>
      </Section>
      {isDemo ? <p className="bf-small bf-subtle">{say('shell.demo')}</p> : null}
    </Screen>
  )
}

/** Taken in use at the tap, and remembered on this phone. Each language is named in itself. */
function LanguageChoice() {
  const say = useSay()
  const language = useUi((ui) => ui.language)
  const setLanguage = useUi((ui) => ui.setLanguage)
  const choose = (next: Language) => {
    setLanguage(next)
    void rememberLang(next)
  }
  return (
    <Section title={say('more.language')}>
      <OneTile
        question={say('more.language')}
        isQuestionHidden
        options={LANGUAGES.map((code) => ({ code, text: <span lang={code}>{say(`more.language.${code}`)}</span> }))}
        chosen={language}
        onChoose={(code) => (isLanguage(code) ? choose(code) : undefined)}
      />
    </Section>
  )
}
