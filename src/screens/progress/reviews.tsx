// The evaluations, newest first: what was decided, the resident's own words, and the whole of it when asked for.

import { useState } from 'react'
import type { ReviewView } from '#domain/review.ts'
import { drawnUnder } from '#domain/signatures.ts'
import type { Language } from '#texts/catalogue.ts'
import { longDate } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { termOf } from '#texts/terms.ts'
import { Card, Section } from '../parts/cards.tsx'
import { DrawnSignature } from '../parts/drawing.tsx'
import { WordButton } from '../parts/words.tsx'
import { dotted } from '../today/visit-card.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { authorName, type Given } from './given.ts'

export function Reviews({ given }: { readonly given: Given }) {
  const say = useSay()
  const language = useLanguage()
  const { reviews } = given.progress
  // Evaluated before it was written here: the day is known, the words are not.
  const reviewedOn = given.view.plan?.lastReviewOn
  return (
    <Section title={say('progress.reviews')}>
      {reviews.length === 0 ? (
        <p className="bf-text bf-subtle">
          {reviewedOn === undefined ? say('progress.reviewsNone') : say('progress.reviewedOn', { date: longDate(language, reviewedOn) })}
        </p>
      ) : null}
      {reviews.map((review) => (
        <Review key={review.id} review={review} given={given} />
      ))}
    </Section>
  )
}

function Review({ review, given }: { readonly review: ReviewView; readonly given: Given }) {
  const say = useSay()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const title = review.decision ? say(`progress.decided.${review.decision}`) : say('progress.undecided')
  const words = say(isOpen ? 'progress.less' : 'progress.more')
  const date = review.on === undefined ? '' : longDate(language, review.on)
  const facts = factsOf(review, given, say, language)
  return (
    <Card className="bf-card--gap bf-card--later">
      <h3 className="bf-text bf-strong">{title}</h3>
      <p className="bf-meta">{dotted(date, authorName(given, review.author))}</p>
      {review.residentsVoice === undefined ? null : <p className="bf-text">{say('progress.voice', { words: review.residentsVoice })}</p>}
      {isOpen ? (
        <dl className="bf-who">
          {facts.map(({ term, lines }) => (
            <div className="bf-who__part" key={term}>
              <dt>{term}</dt>
              <dd>
                {lines.map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {isOpen
        ? drawnUnder(given.answer.rows, review.id).map(({ id, who, drawn }) => <DrawnSignature key={id} name={who} drawn={drawn} />)
        : null}
      {facts.length === 0 ? null : (
        <div className="bf-row">
          <WordButton label={say('progress.of', { words, what: date })} onPress={() => setOpen(!isOpen)}>
            {words}
          </WordButton>
        </div>
      )}
    </Card>
  )
}

interface Fact {
  readonly term: string
  readonly lines: readonly string[]
}

function factsOf(review: ReviewView, given: Given, say: Say, language: Language): readonly Fact[] {
  const { whatHelped, whatDidNot, howOften, newEndDate, nextReview, crisisPlan, agreedHow } = review
  const fact = (term: string, ...lines: readonly (string | undefined)[]): Fact => ({
    term,
    lines: lines.filter((line) => line !== undefined),
  })
  const trust = ([5, 4, 3, 2, 1] as const).find((level) => level === review.trust)
  return [
    fact(say('progress.helped'), whatHelped),
    fact(say('progress.didNot'), whatDidNot),
    fact(say('progress.results'), ...goalLines(review, given, say)),
    fact(say('progress.onward'), ...measureLines(review, given, say)),
    fact(say('progress.howOften'), howOften && say(`progress.howOften.${howOften}`)),
    fact(say('progress.trust'), trust && say(`progress.trust.${trust}`)),
    fact(say('progress.newEnd'), newEndDate && longDate(language, newEndDate)),
    fact(say('progress.nextReview'), nextReview && longDate(language, nextReview)),
    fact(say('progress.whatIf'), crisisPlan?.whatIf),
    fact(say('progress.whom'), crisisPlan?.whom),
    fact(say('progress.agreedHow'), agreedHow && termOf(say, 'signedHow', agreedHow)),
  ].filter(({ lines }) => lines.length > 0)
}

function goalLines({ goals }: ReviewView, { view }: Given, say: Say): readonly string[] {
  const known = view.plans.flatMap((plan) => plan.mainGoals.flatMap((main) => [main, ...main.subGoals]))
  return goals.map(({ goal, result }) => `${known.find(({ id }) => id === goal)?.text ?? '–'}: ${say(`term.goalStatus.${result}`)}`)
}

function measureLines({ measures }: ReviewView, { view }: Given, say: Say): readonly string[] {
  const known = view.plans.flatMap((plan) => plan.measures)
  return measures.flatMap(({ measure, onward, note }) => {
    const title = known.find(({ id }) => id === measure)?.text ?? '–'
    return onward || note ? [`${title}: ${[onward && say(`progress.onward.${onward}`), note].filter(Boolean).join('. ')}`] : []
  })
}
