// Payment arrangements: each with how it stands.

import { kroner } from '#texts/format.ts'
import { MainLink } from '../parts/button.tsx'
import { Empty, LinkRow, List } from '../parts/cards.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { dotted } from '../today/visit-card.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import type { OfForms } from './form-screen.tsx'
import { arrangementLine } from './front-lines.ts'

export function ArrangementList({ answer, view }: OfForms) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Screen
      header={{ title: say('forms.payment'), sub: view.resident.name, back: paths.forms(view.lane) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar>
          <MainLink to={paths.forms(view.lane, 'payment', 'new')}>{say('forms.payment.new')}</MainLink>
        </Bar>
      }
    >
      {view.arrangements.length === 0 ? (
        <Empty>{say('forms.payment.none')}</Empty>
      ) : (
        <List>
          {view.arrangements.map((one) => (
            <LinkRow
              key={one.id}
              to={paths.forms(view.lane, 'payment', one.id)}
              title={dotted(one.creditor ?? say('forms.payment.one'), one.total === undefined ? undefined : kroner(one.total))}
              sub={arrangementLine(one, { say, language, today: answer.today })}
            />
          ))}
        </List>
      )}
    </Screen>
  )
}
