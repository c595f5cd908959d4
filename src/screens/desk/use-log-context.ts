// What the log of a visit needs around it: words, people, and the names of goals and measures it mentions.

import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useDesk } from './desk-state.tsx'
import type { LogContext } from './log-lines.ts'

export function useLogContext(view: CaseView, answer: Answer): LogContext {
  const say = useSay()
  const language = useLanguage()
  const { people } = useDesk()
  return {
    say,
    language,
    people,
    today: answer.today,
    resident: view.resident.name,
    rows: answer.rows,
    goals: (view.plan?.mainGoals ?? []).flatMap((main) => [main, ...main.subGoals]),
    measures: view.plan?.measures ?? [],
  }
}
