// «Ring»: the resident's number; in the demo it shows the number and does not ring. Not offered to one who wants no contact.

import type { CaseView } from '#domain/case-view.ts'
import { AskPerson } from '../parts/ask-person.tsx'
import { useSay } from '../use-say.tsx'
import { useSession } from '../use-session.tsx'

export function CallResident({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const { isDemo } = useSession()
  const { phone, name, contactStop } = view.resident
  if (phone === undefined || contactStop !== undefined) return null
  return (
    <AskPerson name={name} phone={phone} isDemo={isDemo} size="small" word={say('office.call')} label={say('shell.callNamed', { name })} />
  )
}
