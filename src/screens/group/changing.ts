// What the editors of the group share: what was on the screen when the editor opened, and the words of a refusal.

import { useState } from 'react'
import type { Answer } from '#device/casebook.ts'
import type { Changing, GroupRefusal } from '#domain/group-acts.ts'
import { seenOf } from '#domain/register.ts'
import type { Say } from '#texts/say.ts'
import { useCasebook } from '../use-session.tsx'

const TYPES: readonly string[] = ['group', 'groupMember']

export function useChanging(answer: Answer): Changing {
  const { me } = useCasebook()
  const [seen] = useState(() =>
    Object.fromEntries([...answer.rows.values()].filter(({ type }) => TYPES.includes(type)).map((row) => [row.id, seenOf(row)])),
  )
  return { rows: answer.rows, me, today: answer.today, seen }
}

export function refusalWords(refusal: GroupRefusal, say: Say): string {
  switch (refusal.kind) {
    case 'alreadyIn':
    case 'coordinatorFirst':
    case 'hasLeft':
      return say(`group.refuse.${refusal.kind}`, { name: refusal.name })
    case 'phoneShape':
      return say('about.remark.phoneShape')
    case 'noName':
    case 'residentStays':
    case 'takesFrom':
    case 'endsBefore':
      return say(`group.refuse.${refusal.kind}`)
  }
}
