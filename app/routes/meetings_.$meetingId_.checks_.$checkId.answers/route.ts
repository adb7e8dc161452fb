import type { ActionFunctionArgs } from '@remix-run/node'
import { roomAct } from '#app/room-act.ts'

export function action(asked: ActionFunctionArgs) {
  return roomAct(asked, 'answered', asked.context.platform.checks.answerCheck)
}
