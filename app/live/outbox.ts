/** A message on its way: kept on the device until the platform says that it arrived. A retry does no harm. */
export type Pending = {
  clientId: string
  text: string
  language: string
  organisationId: string
  /** The seats it calls on. */
  mentions?: string[]
  /** What it answers, and the message in whose thread that is. */
  replyTo: { id: string; rootId: string; name: string | null; text: string | null } | null
  /** Its place, once it has arrived. */
  seq?: number
  /** Why it was refused; it waits for the person to decide. */
  refused?: string
}

/** The device's storage, where it may be used at all. */
export function deviceStorage(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}

/** What is being typed, so that a reload does not lose it. */
export function keepTyped(name: string, text: string): void {
  try {
    if (text === '') deviceStorage()?.removeItem(name)
    else deviceStorage()?.setItem(name, text)
  } catch {
    // A full storage must not keep anybody from typing.
  }
}

/** `crypto.randomUUID` is missing where a page comes by plain http, as in a lab. */
export function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}

export type OutboxStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What waits in a room for one person; another person on the same device never sees it. */
export function readOutbox(storage: OutboxStorage | undefined, roomId: string, me: string): Pending[] {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(nameOf(roomId, me)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isPending) : []
  } catch {
    return []
  }
}

export function keepOutbox(
  storage: OutboxStorage | undefined,
  roomId: string,
  me: string,
  waiting: Pending[],
): void {
  const unsettled = waiting.filter(({ seq }) => seq === undefined)
  try {
    if (unsettled.length === 0) storage?.removeItem(nameOf(roomId, me))
    else storage?.setItem(nameOf(roomId, me), JSON.stringify(unsettled))
  } catch {
    // A full or forbidden storage must not keep anybody from speaking.
  }
}

/** What still has to be shown as waiting: neither seen in the room nor passed by the cursor. */
export function stillWaiting(waiting: Pending[], arrived: readonly string[], cursor: number): Pending[] {
  return waiting.filter(
    ({ clientId, seq }) => !arrived.includes(clientId) && (seq === undefined || seq > cursor),
  )
}

/** In order: what a person said first is sent first, and one that was refused does not hold up the others. */
export function nextToSend(waiting: Pending[]): Pending | undefined {
  return waiting.find(({ seq, refused }) => seq === undefined && refused === undefined)
}

/** How long to wait before the next try: from half a second to eight, and never the same for everybody. */
export function pauseBefore(tries: number, chance: number): number {
  return Math.round(Math.min(8_000, 500 * 2 ** tries) * (0.5 + chance / 2))
}

function nameOf(roomId: string, me: string): string {
  return `outbox:${roomId}:${me}`
}

function isPending(kept: unknown): kept is Pending {
  if (typeof kept !== 'object' || kept === null) return false
  const { clientId, text, language, organisationId } = kept as Record<string, unknown>
  return [clientId, text, language, organisationId].every((each) => typeof each === 'string')
}
