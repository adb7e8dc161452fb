import type { ActionFunctionArgs } from '@remix-run/node'
import { backToTexts, textsAct } from '#app/texts-act.ts'

export async function action(asked: ActionFunctionArgs) {
  return textsAct(asked, 'theme', asked.context.platform.releases.addTheme)
}

export const loader = backToTexts
