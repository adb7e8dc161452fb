import type { ActionFunctionArgs } from '@remix-run/node'
import { agendaAct, toMeeting } from '#app/meeting-act.ts'

export function action(asked: ActionFunctionArgs) {
  return agendaAct(asked, 'removed', asked.context.platform.meetings.removeItem)
}

export function loader(asked: ActionFunctionArgs) {
  return toMeeting(asked, '/agenda')
}
