// One instrument or service for one resident: what it is, where that stands written, and the next step.

import { useState } from 'react'
import { useNavigate } from 'react-router'
import { GRANT_STATUSES, type GrantStatus } from '#domain/codes.ts'
import { type CatalogueEntry, type GrantRefusal, type GrantView, moveGrant, nextStatuses } from '#domain/grants.ts'
import { isLocalDate, type LocalDate } from '#domain/ids.ts'
import { asCode, asText } from '#domain/reading.ts'
import { seenOf } from '#domain/register.ts'
import { longDate } from '#texts/format.ts'
import { MainButton, OutlineButton } from '../parts/button.tsx'
import { Card, Note } from '../parts/cards.tsx'
import { LongText, ShortText } from '../parts/fields.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { OneTile } from '../parts/tiles.tsx'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { formDraft } from '../use-form-draft.ts'
import { useRecording } from '../use-recording.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { OfGrants } from './grants.tsx'

interface FormProps extends OfGrants {
  readonly entry: CatalogueEntry
  readonly grant?: GrantView | undefined
}
interface Held {
  readonly status: GrantStatus | undefined
  readonly on: string
  readonly discussedOn: string
  readonly reason: string
  readonly note: string
}
const useGrantDraft = formDraft<Held>('grant', (said, first) => ({
  status: asCode(said.status, GRANT_STATUSES),
  on: asText(said.on) ?? first.on,
  discussedOn: asText(said.discussedOn) ?? '',
  reason: asText(said.reason) ?? '',
  note: asText(said.note) ?? '',
}))
const FIRST: readonly GrantStatus[] = ['considered', 'offered', 'applied', 'granted', 'declined_by_resident']

export function GrantForm({ answer, view, entry, grant }: FormProps) {
  const say = useSay()
  const language = useLanguage()
  const { held, change, isTyped, discard, save, missing, refusal, isBusy } = useMoving({ answer, view, entry, grant })
  return (
    <Screen
      header={{ title: entry.label[language], sub: view.resident.name, back: paths.grants(view.lane) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar>
          {isTyped ? <OutlineButton onPress={discard}>{say('grants.discard')}</OutlineButton> : null}
          <MainButton onPress={save} isBusy={isBusy}>
            {say('grants.save')}
          </MainButton>
        </Bar>
      }
    >
      <WhatItIs entry={entry} today={answer.today} />
      <OneTile
        question={say('grants.status')}
        options={(grant ? [grant.status, ...nextStatuses(grant.status)] : FIRST).map((code) => ({
          code,
          text: say(`term.grantStatus.${code}`),
        }))}
        chosen={held.status}
        onChoose={(status) => change({ status: GRANT_STATUSES.find((code) => code === status) })}
      />
      {entry.needsTalk ? (
        <ShortText
          kind="date"
          label={say('grants.discussedOn')}
          value={held.discussedOn}
          onChange={(discussedOn) => change({ discussedOn })}
        />
      ) : null}
      {held.status === 'refused' ? (
        <LongText label={say('grants.reason')} rows={2} value={held.reason} onChange={(reason) => change({ reason })} />
      ) : null}
      <ShortText kind="date" label={say('grants.on')} value={held.on} onChange={(on) => change({ on })} />
      <LongText label={say('grants.note')} rows={2} value={held.note} onChange={(note) => change({ note })} />
      {missing === undefined ? null : (
        <Note tone="care">
          {say(`grants.refuse.${missing}`)}{' '}
          {missing === 'needsConsent' ? <WordLink to={paths.consents(view.lane)}>{say('grants.askConsent')}</WordLink> : null}
        </Note>
      )}
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
    </Screen>
  )
}

function WhatItIs({ entry, today }: { readonly entry: CatalogueEntry; readonly today: LocalDate }) {
  const say = useSay()
  const language = useLanguage()
  const date = longDate(language, entry.verifiedOn)
  return (
    <Card>
      {entry.hint === undefined ? null : <p className="bf-text">{entry.hint[language]}</p>}
      {entry.needsDecision ? <p className="bf-small">{say('grants.needsDecision')}</p> : null}
      <p className="bf-meta">
        {say(entry.reviewBy < today ? 'grants.unchecked' : 'grants.source', { section: entry.source.section, date })}
      </p>
    </Card>
  )
}

function useMoving({ answer, view, entry, grant }: Omit<FormProps, 'grants'>) {
  const say = useSay()
  const language = useLanguage()
  const navigate = useNavigate()
  const { me, newId } = useCasebook()
  const { record, refusal, isBusy } = useRecording()
  const row = grant && answer.rows.get(grant.id)
  const draft = useGrantDraft({
    lane: view.lane,
    of: `${entry.code} ${grant?.id ?? ''}`,
    drafts: answer.drafts,
    first: heldOf(grant, answer.today),
    ...(row ? { over: { rec: row.id, seen: seenOf(row) } } : {}),
  })
  const { held, seen } = draft
  const back = paths.grants(view.lane)
  const [missing, setMissing] = useState<GrantRefusal['kind'] | 'pick'>()
  const change = (part: Partial<Held>) => {
    draft.change(part)
    setMissing(undefined)
  }
  const save = async () => {
    if (held.status === undefined) return setMissing('pick')
    const moved = moveGrant(
      {
        status: held.status,
        on: isLocalDate(held.on) ? held.on : answer.today,
        reason: held.reason,
        note: held.note,
        ...(isLocalDate(held.discussedOn) ? { discussedOn: held.discussedOn } : {}),
      },
      { lane: view.lane, entry, consents: view.consents, today: answer.today, me, newId, row, seen },
    )
    if (!moved.ok) return setMissing(moved.refusal.kind)
    const text = say('grants.saved', { what: entry.label[language], status: say(`term.grantStatus.${held.status}`) })
    if (!(await record([moved.value], { text }, await draft.finishing()))) return
    draft.close()
    await navigate(back)
  }
  const leave = async () => {
    await draft.discard()
    await navigate(back)
  }
  return { held, change, isTyped: draft.isTyped, discard: () => void leave(), save: () => void save(), missing, refusal, isBusy }
}

const heldOf = (grant: GrantView | undefined, today: LocalDate): Held => ({
  status: grant?.status,
  on: today,
  discussedOn: grant?.discussedOn ?? '',
  reason: grant?.reason ?? '',
  note: grant?.note ?? '',
})
