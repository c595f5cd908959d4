// The screens of the responsibility group: the group, its members, its meetings, and who is given the minutes.

import { Route, Routes, useParams } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import { type CaseView, readCase } from '#domain/case-view.ts'
import type { GroupView, MeetingView } from '#domain/case-view-group.ts'
import type { LaneId } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { idOfParam, laneOfParam } from '../paths.ts'
import { useAnswer } from '../use-session.tsx'
import { EditGroup } from './edit-group.tsx'
import { Group } from './group.tsx'
import { HoldMeeting } from './hold.tsx'
import { MakeGroup } from './make-group.tsx'
import { MeetingPage } from './meeting.tsx'
import { NewMeeting } from './meeting-form.tsx'
import { MemberForm } from './member-form.tsx'
import { ShareMinutes } from './share.tsx'

export interface OfCase {
  readonly answer: Answer
  readonly view: CaseView
}
export interface OfGroup extends OfCase {
  readonly group: GroupView
}
export interface OfMeeting extends OfGroup {
  readonly meeting: MeetingView
  readonly row: RecordRow
}

export function Groups() {
  const lane = laneOfParam(useParams().resident)
  return lane === undefined ? <NotHere /> : <GroupsOf lane={lane} />
}

function GroupsOf({ lane }: { readonly lane: LaneId }) {
  const answer = useAnswer({ ask: 'resident', lane })
  if (answer === undefined) return <Loading />
  const view = readCase(answer.rows)
  if (view === undefined) return <NotHere />
  const { group } = view
  if (group === undefined || group.status === 'ended') return <MakeGroup answer={answer} view={view} />
  const given = { answer, view, group }
  return (
    <Routes>
      <Route index element={<Group {...given} />} />
      <Route path="edit" element={<EditGroup {...given} />} />
      <Route path="members/new" element={<MemberForm {...given} />} />
      <Route path="members/:member" element={<OneMember {...given} />} />
      <Route path="meetings/new" element={<NewMeeting {...given} />} />
      <Route path="meetings/:meeting/new" element={<NewMeeting {...given} />} />
      <Route path="meetings/:meeting" element={<OneMeeting {...given} screen={MeetingPage} />} />
      <Route path="meetings/:meeting/edit" element={<OneMeeting {...given} screen={HoldMeeting} />} />
      <Route path="meetings/:meeting/minutes" element={<OneMeeting {...given} screen={ShareMinutes} />} />
    </Routes>
  )
}

function OneMember(given: OfGroup) {
  const id = idOfParam(useParams().member)
  const member = given.group.members.find((one) => one.id === id)
  return member === undefined ? <NotHere /> : <MemberForm key={member.id} {...given} member={member} />
}

function OneMeeting({ screen: Shown, ...given }: OfGroup & { readonly screen: (given: OfMeeting) => React.ReactNode }) {
  const id = idOfParam(useParams().meeting)
  const meeting = given.group.meetings.find((one) => one.id === id)
  const row = id && given.answer.rows.get(id)
  return meeting === undefined || !row ? <NotHere /> : <Shown key={meeting.id} {...given} meeting={meeting} row={row} />
}
