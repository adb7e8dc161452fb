import type { LoaderFunctionArgs } from '@remix-run/node'
import { Refusal } from '#server/refusal.ts'
import { refusedPage } from './refused.ts'

/** An item with its meeting, for who may change the agenda; anybody else is refused as by the act itself. */
export async function loadItem({ request, params, context }: LoaderFunctionArgs) {
  const { meeting, ready, later } = await context.platform.meetings
    .showAgenda({ meetingId: params['meetingId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const item = meeting.agenda.find(({ id }) => id === params['itemId'])
  if (!item) return refusedPage(new Refusal('unseen', 'item'), request)
  const { id, number, table, languages } = meeting
  return { meeting: { id, number, table, languages, agenda: meeting.agenda.length }, item, ready, later }
}
