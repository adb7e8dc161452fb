import type { ActionFunctionArgs } from '@remix-run/node'
import { backToTexts, textsAct } from '#app/texts-act.ts'

export async function action(asked: ActionFunctionArgs) {
  return textsAct(asked, 'grouped', asked.context.platform.releases.groupText)
}

export const loader = backToTexts
