import type { MyPlaces } from '#server/floor/contract.ts'
import type { RefusalKind } from '#server/refusal.ts'
import type {
  EventsShown,
  MessagesShown,
  OwnWaiting,
  Posted,
  Reacted,
  ThreadShown,
} from '#server/rooms/contract.ts'
import type { Sheet } from '#server/sheets/contract.ts'

type Acts = {
  'rooms/events-since': EventsShown
  'rooms/list-messages': MessagesShown
  'rooms/list-own-waiting': { waiting: OwnWaiting[] }
  'rooms/list-thread': ThreadShown
  'rooms/put-reaction': Reacted
  'rooms/take-back-reaction': Reacted
  'rooms/post-message': Posted
  'sheets/show-sheet': Sheet
  'floor/show-my-places': MyPlaces
}

export type Asked = Record<string, string | number | readonly string[]>

export type Refused = {
  kind: RefusalKind
  /** Of the first field, where the platform said it of fields. */
  reason: string
  fields: Record<string, { reason: string; values?: Record<string, string | number> }>
}

export type Answered<Answer> =
  | { answer: Answer }
  /** The platform said no, and will say so again. */
  | { refused: Refused }
  /** It could not be asked now: try again, in so many seconds where it said so. */
  | { later: number | undefined }

/** Asks through the platform's JSON door; a query without a body, a command with one. */
export function ask<Act extends keyof Acts>(
  act: Act,
  asked: Asked,
  kind: 'query' | 'command' = 'query',
): Promise<Answered<Acts[Act]>> {
  return askAny(act, asked, kind)
}

/** Any act by its name, for whoever knows what it answers. */
export async function askAny<Answer>(
  act: string,
  asked: Asked,
  kind: 'query' | 'command',
): Promise<Answered<Answer>> {
  try {
    const address = `/api/v1/${act}`
    const response = await (kind === 'query'
      ? fetch(`${address}?${searchOf(asked)}`, { signal: AbortSignal.timeout(15_000) })
      : fetch(address, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(asked),
          signal: AbortSignal.timeout(15_000),
        }))
    if (response.status === 429 || response.status >= 500)
      return { later: Number(response.headers.get('Retry-After')) || undefined }
    const { answer, refusal } = (await response.json()) as { answer: Answer; refusal?: Refused }
    if (!refusal) return { answer }
    return { refused: { ...refusal, reason: Object.values(refusal.fields)[0]?.reason ?? refusal.reason } }
  } catch {
    return { later: undefined }
  }
}

function searchOf(asked: Asked): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(asked))
    for (const each of typeof value === 'object' ? value : [value]) search.append(name, String(each))
  return search.toString()
}
