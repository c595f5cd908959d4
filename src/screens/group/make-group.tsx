// No group yet, or one that is over: what it is for, and the resident is in it from the first moment (H31).

import { useState } from 'react'
import { makeGroup } from '#domain/group-acts.ts'
import { MainButton } from '../parts/button.tsx'
import { Empty, Note } from '../parts/cards.tsx'
import { LongText } from '../parts/fields.tsx'
import { InfoIcon } from '../parts/icons.ts'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { OfCase } from './groups.tsx'
import { usePurposeDraft } from './purpose-draft.ts'

export function MakeGroup({ answer, view }: OfCase) {
  const say = useSay()
  const { newId } = useCasebook()
  const { record, isBusy, refusal } = useRecording()
  const { lane, resident } = view
  const draft = usePurposeDraft({ lane, of: '', drafts: answer.drafts, first: { purpose: '' } })
  const { purpose } = draft.held
  const [isEmpty, setEmpty] = useState(false)
  const make = async () => {
    setEmpty(purpose.trim() === '')
    if (purpose.trim() === '') return
    const made = makeGroup(lane, resident, purpose, answer.today, newId)
    if (await record(made, { text: say('group.made') }, await draft.finishing())) draft.close()
  }
  return (
    <Screen
      header={{ title: say('group.title'), sub: resident.name, back: paths.resident(lane) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar>
          <MainButton onPress={() => void make()} isBusy={isBusy}>
            {say('group.make')}
          </MainButton>
        </Bar>
      }
    >
      <Empty>{say('group.none')}</Empty>
      <LongText
        label={say('group.purpose')}
        help={say('group.purposeHelp')}
        rows={2}
        value={purpose}
        onChange={(words) => draft.change({ purpose: words })}
      />
      <Note tone="calm" icon={<InfoIcon aria-hidden fontSize="1.375rem" />}>
        {say('group.residentIsIn', { name: resident.name })}
      </Note>
      {isEmpty && purpose.trim() === '' ? (
        <div role="alert">
          <Note tone="care">{say('group.refuse.noPurpose')}</Note>
        </div>
      ) : null}
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
    </Screen>
  )
}
