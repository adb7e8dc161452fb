import type { RefusalKind } from '#server/refusal.ts'
import type { EventsShown, MessagesShown, Posted } from '#server/rooms/contract.ts'

type Acts = {
  'rooms/events-since': EventsShown
  'rooms/list-messages': MessagesShown
  'rooms/post-message': Posted
}

export type Answered<Answer> =
  | { answer: Answer }
  /** The platform said no, and will say so again. */
  | { refused: { kind: RefusalKind; reason: string } }
  /** It could not be asked now: try again, in so many seconds where it said so. */
  | { later: number | undefined }

/** Asks through the platform's JSON door; a query without a body, a command with one. */
export async function ask<Act extends keyof Acts>(
  act: Act,
  asked: Record<string, string | number>,
  kind: 'query' | 'command' = 'query',
): Promise<Answered<Acts[Act]>> {
  try {
    const address = `/api/v1/${act}`
    const search = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))
    const response = await (kind === 'query'
      ? fetch(`${address}?${search.toString()}`, { signal: AbortSignal.timeout(15_000) })
      : fetch(address, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(asked),
          signal: AbortSignal.timeout(15_000),
        }))
    if (response.status === 429 || response.status >= 500)
      return { later: Number(response.headers.get('Retry-After')) || undefined }
    const body = (await response.json()) as {
      answer: Acts[Act]
      refusal?: { kind: RefusalKind; reason: string; fields: Record<string, { reason: string }> }
    }
    if (!body.refusal) return { answer: body.answer }
    const { kind: refusedKind, reason, fields } = body.refusal
    return {
      refused: { kind: refusedKind, reason: Object.values(fields)[0]?.reason ?? reason },
    }
  } catch {
    return { later: undefined }
  }
}
