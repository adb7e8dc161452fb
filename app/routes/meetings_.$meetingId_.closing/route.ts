import type { ActionFunctionArgs } from '@remix-run/node'
import { meetingAct, toMeeting } from '#app/meeting-act.ts'

export function action(asked: ActionFunctionArgs) {
  return meetingAct(asked, 'closed', asked.context.platform.meetings.closeMeeting)
}

export function loader(asked: ActionFunctionArgs) {
  return toMeeting(asked)
}
