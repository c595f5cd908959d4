// A wrong link, or a case one has no access to: the same words for both.

import { Link } from 'react-router'
import { DeskHead } from '../parts/desk-frame.tsx'
import { paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'

export function DeskNotHere() {
  const say = useSay()
  return (
    <>
      <DeskHead title={say('desk.notHere')} />
      <div className="body">
        <p>{say('desk.notHereHelp')}</p>
        <p className="gap">
          <Link to={paths.inbox}>{say('desk.toInbox')}</Link>
        </p>
      </div>
    </>
  )
}
