import type { ActionFunctionArgs } from '@remix-run/node'
import { backToTexts, textsAct } from '#app/texts-act.ts'

export async function action(asked: ActionFunctionArgs) {
  return textsAct(asked, 'theme-removed', asked.context.platform.releases.removeTheme)
}

export const loader = backToTexts
