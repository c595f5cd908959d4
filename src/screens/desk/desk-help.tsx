// «?»: the keys of the desk, in one list.

import { DeskDialog } from '../parts/desk-dialog.tsx'
import { useSay } from '../use-say.tsx'

export function DeskHelp({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const rows = [
    { keys: ['Ctrl K'], does: say('key.search') },
    { keys: ['g', 'i'], does: say('key.inbox') },
    { keys: ['g', 'b'], does: say('key.residents') },
    { keys: ['j', 'k'], does: say('key.nextPrevious') },
    { keys: ['Enter'], does: say('key.openRead') },
    { keys: ['e'], does: say('key.doneNext') },
    { keys: ['r'], does: say('key.reply') },
    { keys: ['u'], does: say('key.undo') },
    { keys: ['1', '2', '3'], does: say('key.choose') },
    { keys: ['Esc'], does: say('key.close') },
  ]
  return (
    <DeskDialog title={say('desk.helpTitle')} onClose={onClose}>
      <dl className="key-list">
        {rows.map((row) => (
          <div key={row.does} className="pair">
            <dt>
              {row.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{row.does}</dd>
          </div>
        ))}
      </dl>
      <p className="sub gap-top">{say('desk.helpWhere')}</p>
    </DeskDialog>
  )
}
