// «Hvem?»: the resident, the workers of the office, the members of the group, or somebody else by name.

import { useState } from 'react'
import { isId } from '#domain/ids.ts'
import { OutlineButton } from '../parts/button.tsx'
import { ShortText } from '../parts/fields.tsx'
import { ManyTiles } from '../parts/tiles.tsx'
import { Question } from '../parts/visit-parts.tsx'
import { nameOf } from '../people.ts'
import { useSay } from '../use-say.tsx'
import type { OfMeasure } from './editing.tsx'

export function MeasureWho({ editing, measure, set }: OfMeasure) {
  const say = useSay()
  const [name, setName] = useState('')
  const options = whoMay(editing, measure.responsible)
  const add = () => {
    const other = name.trim()
    if (other !== '' && !measure.responsible.includes(other)) set({ responsible: [...measure.responsible, other] }, 'now')
    setName('')
  }
  return (
    <>
      <Question of={`${measure.id}.who`} help={measure.text}>
        {say('planEdit.who')}
      </Question>
      <ManyTiles
        question={say('planEdit.who')}
        isQuestionHidden
        options={options}
        chosen={measure.responsible}
        onChoose={(responsible) => set({ responsible }, 'now')}
      />
      <ShortText label={say('planEdit.someoneElse')} value={name} onChange={setName} />
      <OutlineButton isDisabled={name.trim() === ''} onPress={add}>
        {say('planEdit.addPerson')}
      </OutlineButton>
    </>
  )
}

/** Members who work at this office stand there as workers; the others go by their name. */
function whoMay({ view, people }: OfMeasure['editing'], chosen: readonly string[]) {
  const workers = [...people.values()].map(({ id, name }) => ({ code: id, text: name }))
  const members = (view.group?.members ?? []).filter(
    (member) =>
      member.role !== 'resident' &&
      member.to === undefined &&
      !workers.some(({ code, text }) => code === member.user || text === member.name),
  )
  const known = [{ code: 'resident', text: view.resident.name }, ...workers, ...members.map(({ name }) => ({ code: name, text: name }))]
  const others = chosen.filter((one) => !known.some(({ code }) => code === one))
  return [...known, ...others.map((code) => ({ code, text: isId(code) ? nameOf(people, code) : code }))]
}
