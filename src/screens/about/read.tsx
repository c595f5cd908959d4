// «Om Einar», to be read: what works first, then how to reach the person, safety, who is close, who lives there, the home
// and the lease, and what was before. Each part leads to a short page of its own for changing it.

import '../parts/about.css'
import '../parts/resident.css'
import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import type { HomePart } from '#domain/home-fields.ts'
import { ref, text } from '#domain/reading.ts'
import { rowsOf } from '#domain/records.ts'
import { isVoid } from '#domain/register.ts'
import { inSentence } from '#texts/format.ts'
import { languageName } from '#texts/languages.ts'
import { List, ListRow, Note, Section, Strength } from '../parts/cards.tsx'
import { WorksIcon } from '../parts/icons.ts'
import { OfflineStrip, Screen } from '../parts/shell.tsx'
import { RowLink } from '../parts/visit-parts.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { DueDay } from './due-day.tsx'
import { EndOfLease, History } from './history.tsx'
import { Identity } from './identity.tsx'
import { type Known, knownOf, PartRow } from './part-row.tsx'
import { Members, Relatives } from './people-rows.tsx'
import { Reach } from './reach.tsx'

export function AboutRead({ answer, view }: { readonly answer: Answer; readonly view: CaseView }) {
  const say = useSay()
  const known = knownOf(answer, view)
  const { today } = answer
  return (
    <Screen
      header={{ title: say('about.titleNamed', { name: view.resident.name }), back: paths.resident(view.lane) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
    >
      <Works view={view} />
      <Interpreter view={view} />
      <Section title={say('about.section.contact')}>
        <Reach view={view} />
        <Parts known={known} parts={['name', 'contact', 'language']} />
        <Identity answer={answer} view={view} />
      </Section>
      <Section title={say('about.section.safety')}>
        <Parts known={known} parts={['safety', 'stop', 'protection']} />
      </Section>
      <Section title={say('about.section.close')}>
        <Parts known={known} parts={['guardian']} />
        <Relatives view={view} today={today} />
      </Section>
      <Section title={say('about.section.household')}>
        <Parts known={known} parts={['children', 'household']} />
        <Members view={view} today={today} />
      </Section>
      <Section title={say('about.section.home')}>
        <HomeParts known={known} />
      </Section>
      <Section title={say('about.section.tenancy')}>
        <Parts known={known} parts={['tenure', 'term', 'rent', 'income']} />
        <DueDay known={known} />
        <Parts known={known} parts={['deposit', 'notify']} />
        <EndOfLease view={view} />
      </Section>
      <History view={view} />
      <Section title={say('about.section.case')}>
        <Parts known={known} parts={['status']} />
        <WhyKnown answer={answer} view={view} />
      </Section>
    </Screen>
  )
}

/** What works is first, and in the warmest colour; unknown, it is the first thing to ask about. */
function Works({ view: { lane, resident } }: { readonly view: CaseView }) {
  const say = useSay()
  const { whatWorks, whatDoesNotWork } = resident
  const isKnown = whatWorks !== undefined || whatDoesNotWork !== undefined
  const what = say('about.part.strengths')
  return (
    <Strength
      icon={<WorksIcon aria-hidden fontSize="1.5rem" />}
      label={say('resident.works')}
      more={
        <>
          {whatDoesNotWork === undefined ? null : <p>{say('resident.worksNot', { what: inSentence(whatDoesNotWork) })}</p>}
          <RowLink to={paths.about(lane, 'strengths')} label={say(isKnown ? 'about.editNamed' : 'about.addNamed', { what })}>
            {say(isKnown ? 'about.edit' : 'about.add')}
          </RowLink>
        </>
      }
    >
      {whatWorks ?? say('resident.askWorks')}
    </Strength>
  )
}

/** What was written when the case was made. */
function WhyKnown({ answer, view }: { readonly answer: Answer; readonly view: CaseView }) {
  const say = useSay()
  const notes = rowsOf(answer.rows.values(), 'addendum').filter((row) => !isVoid(row) && ref(row, 'of') === view.resident.id)
  return notes.length === 0 ? null : (
    <List>
      {notes.map((row) => (
        <ListRow key={row.id} title={text(row, 'text')} sub={say('about.whyKnown')} />
      ))}
    </List>
  )
}

function Parts({ known, parts }: { readonly known: Known; readonly parts: readonly HomePart[] }) {
  return (
    <List>
      {parts.map((part) => (
        <PartRow key={part} known={known} part={part} leftOut={part === 'household' ? ['household.name'] : []} />
      ))}
    </List>
  )
}

/** A protected address stands only where it is kept (DOMAIN.md 2.1). */
function HomeParts({ known }: { readonly known: Known }) {
  const say = useSay()
  const { kind } = useCasebook()
  const isHidden = known.view.home.isAddressHidden && kind === 'field'
  return (
    <>
      {isHidden ? <Note tone="care">{say('about.addressHidden')}</Note> : null}
      <Parts known={known} parts={[...(isHidden ? [] : (['address', 'access', 'neighbour'] as const)), 'dwelling', 'earmark']} />
    </>
  )
}

function Interpreter({ view: { resident } }: { readonly view: CaseView }) {
  const say = useSay()
  const language = useLanguage()
  if (!resident.language.interpreterNeeded) return null
  const spoken = resident.language.code && languageName(language, resident.language.code)
  return <Note tone="care">{say('about.interpreter', { language: spoken })}</Note>
}
