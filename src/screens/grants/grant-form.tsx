// One instrument or service for one resident: what it is, where that stands written, and the next step.

import { useState } from 'react'
import { useNavigate } from 'react-router'
import { GRANT_STATUSES, type GrantStatus } from '#domain/codes.ts'
import { type CatalogueEntry, type GrantRefusal, type GrantView, moveGrant, nextStatuses } from '#domain/grants.ts'
import { isLocalDate, type LocalDate } from '#domain/ids.ts'
import { seenOf } from '#domain/register.ts'
import { longDate } from '#texts/format.ts'
import { MainButton } from '../parts/button.tsx'
import { Card, Note } from '../parts/cards.tsx'
import { LongText, ShortText } from '../parts/fields.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { OneTile } from '../parts/tiles.tsx'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
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
const FIRST: readonly GrantStatus[] = ['considered', 'offered', 'applied', 'granted', 'declined_by_resident']

export function GrantForm({ answer, view, entry, grant }: FormProps) {
  const say = useSay()
  const language = useLanguage()
  const { held, change, save, missing, refusal, isBusy } = useMoving({ answer, view, entry, grant })
  return (
    <Screen
      header={{ title: entry.label[language], sub: view.resident.name, back: paths.grants(view.lane) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar>
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
  const [seen] = useState(() => seenOf(row))
  const [held, setHeld] = useState<Held>({
    status: grant?.status,
    on: answer.today,
    discussedOn: grant?.discussedOn ?? '',
    reason: grant?.reason ?? '',
    note: grant?.note ?? '',
  })
  const [missing, setMissing] = useState<GrantRefusal['kind'] | 'pick'>()
  const change = (part: Partial<Held>) => {
    setHeld({ ...held, ...part })
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
    if (await record([moved.value], { text })) await navigate(paths.grants(view.lane))
  }
  return { held, change, save: () => void save(), missing, refusal, isBusy }
}
