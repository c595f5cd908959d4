// What can be printed and handed over: the list, and each paper as it will look.

import { Route, Routes, useParams } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import { type CaseView, readCase } from '#domain/case-view.ts'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { laneOfParam } from '../paths.ts'
import { useAnswer } from '../use-session.tsx'
import { PaperList } from './paper-list.tsx'
import { PaperPreview } from './paper-preview.tsx'

export function Papers() {
  return (
    <Routes>
      <Route index element={<OfResident screen={PaperList} />} />
      <Route path=":kind" element={<OfResident screen={PaperPreview} />} />
      <Route path=":kind/:of" element={<OfResident screen={PaperPreview} />} />
    </Routes>
  )
}

interface Given {
  readonly view: CaseView
  readonly answer: Answer
}

function OfResident({ screen }: { readonly screen: (given: Given) => React.ReactNode }) {
  const lane = laneOfParam(useParams().resident)
  return lane === undefined ? <NotHere /> : <Found lane={lane} screen={screen} />
}

function Found({ lane, screen: Screen }: { readonly lane: CaseView['lane']; readonly screen: (given: Given) => React.ReactNode }) {
  const answer = useAnswer({ ask: 'resident', lane })
  if (answer === undefined) return <Loading />
  const view = readCase(answer.rows)
  return view === undefined ? <NotHere /> : <Screen view={view} answer={answer} />
}
