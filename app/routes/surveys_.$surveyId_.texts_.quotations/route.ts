import type { ActionFunctionArgs } from '@remix-run/node'
import { backToTexts, textsAct } from '#app/texts-act.ts'

export async function action(asked: ActionFunctionArgs) {
  return textsAct(asked, 'quoted', asked.context.platform.releases.quoteText)
}

export const loader = backToTexts
