import { setTimeout as pause } from 'node:timers/promises'
import type { History, Operation } from '../history.ts'
import type { Person } from '../place/world.ts'

/** What came of one try. */
export type Came = {
  kind: 'ok' | 'fail' | 'info'
  status?: number
  answer?: Record<string, unknown>
  text: string
  at: number
}

/** The longest a person waits for an answer before they take it for lost, in milliseconds. */
const patience = 5_000

/** One try of one operation through the real door, written down before and after. */
export async function attempt(
  history: History,
  entrance: string,
  person: Person,
  operation: Operation,
  door: { path: string; body?: object },
): Promise<Came> {
  const invokedAt = history.write({ kind: 'invoke', ...operation })
  const came = await inTime(sent(entrance, person, door))
  const reason = /"reason":"([^"]+)"/.exec(came.kind === 'ok' ? '' : came.text)?.[1]
  const { seq, id } = came.answer ?? {}
  const at = history.write({
    kind: came.kind,
    invokedAt,
    ...operation,
    ...(came.status === undefined ? {} : { status: came.status }),
    ...(came.retryAfter === undefined ? {} : { retryAfter: came.retryAfter }),
    ...(reason ? { reason } : {}),
    ...(typeof seq === 'number' ? { seq } : {}),
    ...(typeof id === 'string' ? { messageId: id } : {}),
  })
  return { ...came, at }
}

type Sent = Omit<Came, 'at'> & { retryAfter?: string | null }

/** Node may forget the signal that would break off the body of an answer: one whose node died then waited for ever. */
async function inTime(sending: Promise<Sent>): Promise<Sent> {
  const late = new AbortController()
  const tooLong = pause(patience, { kind: 'info', text: '' } as const, { signal: late.signal })
  tooLong.catch(() => {})
  const came = await Promise.race([sending, tooLong])
  late.abort()
  return came
}

async function sent(entrance: string, person: Person, door: { path: string; body?: object }): Promise<Sent> {
  try {
    const response = await fetch(entrance + door.path, {
      method: door.body ? 'POST' : 'GET',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      headers: { Cookie: person.cookie, Origin: entrance, 'Content-Type': 'application/json' },
      ...(door.body ? { body: JSON.stringify(door.body) } : {}),
    })
    const text = await response.text()
    const { status } = response
    // A refusal says that nothing happened; a failure, or no answer, that it may have.
    if (status >= 500) return { kind: 'info', status, text, retryAfter: response.headers.get('Retry-After') }
    if (status >= 400) return { kind: 'fail', status, text }
    const answer = text.startsWith('{')
      ? (JSON.parse(text) as { answer: Record<string, unknown> }).answer
      : {}
    return { kind: 'ok', status, answer, text }
  } catch {
    return { kind: 'info', text: '' }
  }
}

/** The canaries that stand in a text. */
export function marksIn(text: string): string[] {
  return [...new Set(text.match(/canary-\d+-[0-9a-f]{8}/g))]
}
