import type { ActionFunctionArgs } from '@remix-run/node'
import { backToTexts, textsAct } from '#app/texts-act.ts'

export async function action(asked: ActionFunctionArgs) {
  return textsAct(asked, 'quotation-removed', asked.context.platform.releases.removeQuotation)
}

export const loader = backToTexts
