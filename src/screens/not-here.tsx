// A wrong or old link: says so, and gives one way on. The same whether a thing is missing or not one's own.

import { MainLink } from './parts/button.tsx'
import { Bar, Screen } from './parts/shell.tsx'
import { paths } from './paths.ts'
import { useSay } from './use-say.tsx'

export function NotHere() {
  const say = useSay()
  return (
    <Screen
      header={{ title: say('shell.notHere'), back: paths.today }}
      bar={
        <Bar>
          <MainLink to={paths.today}>{say('shell.toToday')}</MainLink>
        </Bar>
      }
    >
      <p className="bf-text bf-subtle">{say('shell.notHereHelp')}</p>
    </Screen>
  )
}
