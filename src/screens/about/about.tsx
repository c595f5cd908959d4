// «Om Einar»: the person, the household and the home: what is known, and a page for changing each part of it.

import { useEffect, useRef } from 'react'
import { Route, Routes, useLocation, useParams } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import { type CaseView, readCase } from '#domain/case-view.ts'
import { type HomePart, ITEM_TYPE, isHomePart, isItemPart } from '#domain/home-fields.ts'
import { isId, type LaneId } from '#domain/ids.ts'
import { isVoid } from '#domain/register.ts'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { laneOfParam, paths } from '../paths.ts'
import { useAnswer } from '../use-session.tsx'
import { PartPage } from './form.tsx'
import { AboutRead } from './read.tsx'

export function About() {
  const lane = laneOfParam(useParams().resident)
  return lane === undefined ? <NotHere /> : <OfCase lane={lane} />
}

function OfCase({ lane }: { readonly lane: LaneId }) {
  const answer = useAnswer({ ask: 'resident', lane })
  useReturn(paths.about(lane))
  if (answer === undefined) return <Loading />
  const view = readCase(answer.rows)
  if (view === undefined) return <NotHere />
  return (
    <Routes>
      <Route index element={<AboutRead answer={answer} view={view} />} />
      <Route path=":part" element={<Part answer={answer} view={view} />} />
      <Route path=":part/:item" element={<Part answer={answer} view={view} />} />
    </Routes>
  )
}

/** Back from the page of a part, the focus is where it left: at the part's «Endre», or at the title when that is gone. */
function useReturn(home: string): void {
  const { pathname } = useLocation()
  const left = useRef<string>(undefined)
  useEffect(() => {
    const from = left.current
    left.current = pathname
    if (from === undefined || from === pathname || pathname !== home) return
    const link = [...document.links].find((one) => one.pathname === from)
    const at = link ?? document.querySelector<HTMLElement>('h1')
    if (link === undefined) at?.setAttribute('tabindex', '-1')
    at?.focus({ preventScroll: true })
    at?.scrollIntoView?.({ block: 'center' })
  }, [pathname, home])
}

/** Pages that are not opened by a link of their own, or need something to be there first. */
function mayOpen(part: HomePart, view: CaseView): boolean {
  if (part === 'start') return false
  if (part === 'moveOut') return view.home.tenancy !== undefined && view.home.status !== 'ended'
  return true
}

function Part({ answer, view }: { readonly answer: Answer; readonly view: CaseView }) {
  const { part = '', item } = useParams()
  const row = isId(item) ? answer.rows.get(item) : undefined
  if (!isHomePart(part) || !mayOpen(part, view)) return <NotHere />
  if (item !== undefined && !(isItemPart(part) && row !== undefined && row.type === ITEM_TYPE[part] && !isVoid(row))) return <NotHere />
  return <PartPage key={`${part} ${item ?? ''}`} answer={answer} view={view} part={part} item={row?.id} />
}
