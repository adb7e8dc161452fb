import type { ActionFunctionArgs } from '@remix-run/node'
import { agendaAct, toMeeting } from '#app/meeting-act.ts'

export function action(asked: ActionFunctionArgs) {
  return agendaAct(asked, 'resumed', asked.context.platform.meetings.resumeItem)
}

export function loader(asked: ActionFunctionArgs) {
  return toMeeting(asked, '/agenda')
}
