// A yes: how it was said (heard by a witness first: a signature is never needed, save where the source asks for writing), who
// says it, and until when.

import type { CaseView } from '#domain/case-view.ts'
import { AGREED_HOW, type ConsentKind } from '#domain/codes.ts'
import { needsWritten } from '#domain/consent-acts.ts'
import { termOf } from '#texts/terms.ts'
import { Note } from '../parts/cards.tsx'
import { DrawingPad } from '../parts/drawing.tsx'
import { ShortText } from '../parts/fields.tsx'
import { OneTile } from '../parts/tiles.tsx'
import { useSay } from '../use-say.tsx'
import type { Asking } from './use-asking.ts'

interface Props {
  readonly kind: ConsentKind
  readonly view: CaseView
  readonly asking: Asking
}

export const UNTIL = ['open', '3', '6', '12', 'date'] as const

export function AnswerFields({ kind, view, asking }: Props) {
  const say = useSay()
  const { held, change } = asking
  const ways = AGREED_HOW.filter((how) => how !== 'electronic_later' && !(how === 'oral_witnessed' && needsWritten(kind)))
  return (
    <>
      {needsWritten(kind) ? <Note tone="calm">{say('consents.writtenOnly')}</Note> : null}
      <OneTile
        question={say('consents.how')}
        options={ways.map((how) => ({ code: how, text: termOf(say, 'signedHow', how) ?? how }))}
        chosen={held.how}
        onChoose={(code) => change({ how: AGREED_HOW.find((how) => how === code) })}
      />
      <WhoSays view={view} asking={asking} />
      {held.how === 'signature_on_screen' ? (
        <DrawingPad name={held.by} drawn={held.drawn || undefined} onDrawn={(drawn) => change({ drawn: drawn ?? '' })} />
      ) : null}
      {held.how === 'oral_witnessed' ? (
        <ShortText label={say('consents.witness')} value={held.witness} onChange={(witness) => change({ witness })} />
      ) : null}
      <OneTile
        question={say('consents.until')}
        options={UNTIL.map((until) => ({ code: until, text: say(`consents.until.${until}`) }))}
        chosen={held.until}
        onChoose={(code) => change({ until: UNTIL.find((until) => until === code) ?? 'open' })}
      />
      {held.until === 'date' ? (
        <ShortText kind="date" label={say('consents.untilDate')} value={held.untilDate} onChange={(untilDate) => change({ untilDate })} />
      ) : null}
    </>
  )
}

/** The resident, or the guardian where there is one; on the screen the name is written by whoever answers. */
function WhoSays({ view, asking: { held, change } }: Pick<Props, 'view' | 'asking'>) {
  const say = useSay()
  const { guardian, name } = view.resident
  return (
    <>
      {guardian === undefined ? null : (
        <OneTile
          question={say('consents.as')}
          options={[
            { code: 'self', text: name },
            { code: 'guardian', text: say('consents.as.guardian'), hint: guardian.name },
          ]}
          chosen={held.as}
          onChoose={(code) => change(code === 'guardian' ? { as: 'guardian', by: guardian.name } : { as: 'self', by: name })}
        />
      )}
      {held.as === 'guardian' ? (
        <ShortText label={say('consents.guardianName')} value={held.by} onChange={(by) => change({ by })} />
      ) : held.how === 'signature_on_screen' ? (
        <ShortText label={say('consents.signHere')} value={held.by} onChange={(by) => change({ by })} />
      ) : null}
    </>
  )
}
