import type { EventShown, MessageShown } from '#server/rooms/contract.ts'

/** A reader's copy of a room: some of its messages, in order, true up to a place in the room's sequence. */
export type Conversation = {
  cursor: number
  messages: MessageShown[]
  /** Where older messages are to be asked for; null when all are here. */
  olderThan: number | null
  /** The reader's own mark among the authors. */
  me: string | null
}

export type Received = {
  conversation: Conversation
  /** Messages that were not here before. */
  fresh: MessageShown[]
  /** Client ids that have arrived, so that what waits to be sent need not be shown any more. */
  arrived: string[]
  /** A message of the reader's own was hidden: why is told only to who asks for it. From this place on. */
  askAgainAfter: number | null
}

/** Takes what came, whatever of it was here before; answers `gap` when something between is missing, and changes nothing. */
export function receive(conversation: Conversation, events: EventShown[]): Received | 'gap' {
  const news = events.filter(({ seq }) => seq > conversation.cursor)
  if (news.some(({ seq }, index) => seq !== conversation.cursor + 1 + index)) return 'gap'
  let { messages } = conversation
  const fresh: MessageShown[] = []
  let askAgainAfter: number | null = null
  for (const { name, seq, message } of news) {
    if (!message) continue
    const before = messages.find(({ id }) => id === message.id)
    if (!before && name === 'message-posted') fresh.push(message)
    if (isTakenFromReader(message, before, conversation.me)) askAgainAfter ??= seq - 1
    messages = place(messages, message, conversation.olderThan)
  }
  return {
    conversation: { ...conversation, messages, cursor: news.at(-1)?.seq ?? conversation.cursor },
    fresh,
    arrived: events.flatMap(({ clientId }) => (clientId === null ? [] : [clientId])),
    askAgainAfter,
  }
}

/** Takes messages as the reader alone may see them, wherever the cursor stands. */
export function settle(conversation: Conversation, events: EventShown[]): Conversation {
  let { messages } = conversation
  for (const { message } of events) if (message) messages = place(messages, message, conversation.olderThan)
  return { ...conversation, messages }
}

/** Puts a page of older messages before those that are here. */
export function prepend(
  conversation: Conversation,
  page: { messages: MessageShown[]; olderThan: number | null },
): Conversation {
  const here = new Set(conversation.messages.map(({ id }) => id))
  const older = page.messages.filter(({ id }) => !here.has(id))
  return { ...conversation, messages: [...older, ...conversation.messages], olderThan: page.olderThan }
}

function place(messages: MessageShown[], message: MessageShown, olderThan: number | null): MessageShown[] {
  const known = messages.some(({ id }) => id === message.id)
  // One that is older than all that are here comes with its own page.
  if (!known && olderThan !== null && message.seq < olderThan) return requote(messages, message)
  const others = known ? messages.map((each) => (each.id === message.id ? message : each)) : messages
  if (known) return requote(others, message)
  const after = others.findLastIndex(({ seq }) => seq < message.seq) + 1
  return [...others.slice(0, after), message, ...others.slice(after)]
}

/** What a message says is quoted in its answers; when it changes or goes, so do the quotations. */
function requote(messages: MessageShown[], said: MessageShown): MessageShown[] {
  return messages.map((each) =>
    each.replyTo?.id === said.id
      ? {
          ...each,
          replyTo: {
            ...each.replyTo,
            name: said.state === 'said' ? said.name : null,
            text: said.state === 'said' ? (said.text?.slice(0, 160) ?? null) : null,
          },
        }
      : each,
  )
}

function isTakenFromReader(
  message: MessageShown,
  before: MessageShown | undefined,
  me: string | null,
): boolean {
  return me !== null && message.state === 'hidden' && message.text === null && before?.author === me
}
