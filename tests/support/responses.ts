import { beginResponse, keepPage, sendResponse } from '#server/responses/index.ts'
import type { Fields } from '#server/responses/contract.ts'
import type { Actor } from '#server/ground.ts'
import { guest, type World } from './world.ts'

/** Begins to answer by the open link, unless it says how. */
export async function begun(
  { ground }: World,
  surveyId: string,
  {
    who = guest,
    ...as
  }: {
    who?: Actor
    by?: 'link' | 'account' | 'seat' | 'code'
    seatId?: string
    code?: string
    language?: string
  } = {},
) {
  const answering = { by: as.by ?? ('link' as const), ...as }
  const { key } = await beginResponse(ground, who, { surveyId, ...answering })
  const { language: _, ...sendingAs } = answering
  return {
    key,
    keep: (page: number, fields: Fields, more: Partial<Parameters<typeof keepPage>[2]> = {}) =>
      keepPage(ground, who, { surveyId, key, page, go: 'next', fields, ...more }),
    send: (more: object = {}) => sendResponse(ground, who, { surveyId, key, ...sendingAs, ...more }),
  }
}

/** What is stored of a survey's sent responses, in no order. */
export async function stored({ ground }: World, surveyId: string) {
  const rows = await ground.db
    .selectFrom('surveyResponses')
    .where('surveyId', '=', surveyId)
    .where('state', '=', 'sent')
    .select((builder) => [
      'id',
      'quotable',
      'consent',
      'language',
      builder.cast<string>('answers', 'text').as('answers'),
    ])
    .execute()
  return rows.map((row) => ({ ...row, answers: JSON.parse(row.answers) as Record<string, unknown> }))
}
