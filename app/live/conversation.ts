import type { EventShown, MessageShown } from '#server/rooms/contract.ts'
import { closings } from '#server/rooms/words.ts'

/** Some messages in order, and where older ones are to be asked for; null when all are here. */
type Stretch = { messages: MessageShown[]; olderThan: number | null }

/** A reader's copy of a room: some of its messages, in order, true up to a place in the room's sequence. */
export type Conversation = Stretch & {
  cursor: number
  /** The threads that are open, by the message they are of. */
  threads: Readonly<Record<string, Stretch>>
  /** The reader's own mark among the authors. */
  me: string | null
  /** Whether one may still write here, as far as it depends on the room. */
  isOpen: boolean
}

export type Received = {
  conversation: Conversation
  /** Messages that took their place just now. */
  fresh: MessageShown[]
  /** Messages that stood already and no longer say what they said: edited, withdrawn, hidden, put aside. */
  changed: string[]
  /** Client ids that have arrived, so that what waits to be sent need not be shown any more. */
  arrived: string[]
  /** A message of the reader's own was taken away: why is told only to who asks for it. From this place on. */
  askAgainAfter: number | null
}

/** Takes what came, whatever of it was here before; answers `gap` when something between is missing, and changes nothing. */
export function receive(conversation: Conversation, events: EventShown[]): Received | 'gap' {
  const news = events.filter(({ seq }) => seq > conversation.cursor)
  if (news.some(({ seq }, index) => seq !== conversation.cursor + 1 + index)) return 'gap'
  let next = conversation
  const fresh: MessageShown[] = []
  const changed: string[] = []
  let askAgainAfter: number | null = null
  for (const event of news) {
    const { seq, message } = event
    if (message && message.seq === seq && message.state === 'said') fresh.push(message)
    else if (message) changed.push(message.id)
    if (message && isTakenFromReader(message, conversation)) askAgainAfter ??= seq - 1
    next = take(next, event)
  }
  return {
    conversation: { ...next, cursor: news.at(-1)?.seq ?? conversation.cursor },
    fresh,
    changed,
    arrived: events.flatMap(({ clientId }) => (clientId === null ? [] : [clientId])),
    askAgainAfter,
  }
}

/** Takes messages as the reader alone may see them, wherever the cursor stands. */
export function settle(conversation: Conversation, events: EventShown[]): Conversation {
  return events.reduce(take, conversation)
}

/** Puts a page of older messages before those that are here. */
export function prepend(conversation: Conversation, page: Stretch): Conversation {
  return { ...conversation, ...before(conversation, page) }
}

/** Opens a thread with its newest answers, or puts older ones before those that are here. */
export function unfold(conversation: Conversation, rootId: string, page: Stretch): Conversation {
  const open = conversation.threads[rootId] ?? { messages: [], olderThan: null }
  const threads = { ...conversation.threads, [rootId]: before(open, page) }
  return { ...conversation, threads }
}

/** Closes a thread: its answers are asked for again when it is opened again. */
export function fold(conversation: Conversation, rootId: string): Conversation {
  const { [rootId]: _, ...threads } = conversation.threads
  return { ...conversation, threads }
}

function before(here: Stretch, page: Stretch): Stretch {
  const known = new Set(here.messages.map(({ id }) => id))
  return {
    messages: [...page.messages.filter(({ id }) => !known.has(id)), ...here.messages],
    olderThan: page.olderThan,
  }
}

function take(conversation: Conversation, { name, message, reactions }: EventShown): Conversation {
  if (closings.includes(name)) return { ...conversation, isOpen: false }
  if (reactions) return recount(conversation, reactions.messageId, reactions.counts)
  return message ? put(conversation, marked(message, conversation)) : conversation
}

/** A message takes its place, in the main order or in its thread; what quotes it and counts it follows. */
function put(conversation: Conversation, message: MessageShown): Conversation {
  const rootId = message.rootId ?? message.id
  const thread = conversation.threads[rootId]
  const answered = message.rootId === null ? thread : thread && place(thread, message)
  const main =
    message.rootId === null
      ? place(conversation, message)
      : {
          messages: conversation.messages.map((each) =>
            each.id === rootId ? { ...each, answers: message.answers } : each,
          ),
        }
  const requoted = answered?.messages.map((each) => ({ ...requote(each, message), answers: message.answers }))
  return {
    ...conversation,
    ...main,
    threads:
      answered && requoted
        ? { ...conversation.threads, [rootId]: { ...answered, messages: requoted } }
        : conversation.threads,
  }
}

function place({ messages, olderThan }: Stretch, message: MessageShown): Stretch {
  const known = messages.find(({ id }) => id === message.id)
  if (known?.seq === message.seq)
    return { messages: messages.map((each) => (each === known ? message : each)), olderThan }
  // One that is older than all that are here comes with its own page.
  if (!known && olderThan !== null && message.seq < olderThan) return { messages, olderThan }
  const others = messages.filter((each) => each !== known)
  const after = others.findLastIndex(({ seq }) => seq < message.seq) + 1
  return { messages: [...others.slice(0, after), message, ...others.slice(after)], olderThan }
}

function recount(conversation: Conversation, messageId: string, reactions: MessageShown['reactions']) {
  const recounted = (messages: MessageShown[]) =>
    messages.map((each) => (each.id === messageId ? { ...each, reactions } : each))
  const threads: Record<string, Stretch> = {}
  for (const [id, thread] of Object.entries(conversation.threads))
    threads[id] = { ...thread, messages: recounted(thread.messages) }
  return { ...conversation, messages: recounted(conversation.messages), threads }
}

/** What a message says is quoted in its answers; when it changes or goes, so do the quotations. */
function requote(message: MessageShown, said: MessageShown): MessageShown {
  if (message.replyTo?.id !== said.id) return message
  const isSaid = said.state === 'said'
  const replyTo = {
    ...message.replyTo,
    name: isSaid ? said.name : null,
    text: isSaid ? (said.text?.slice(0, 160) ?? null) : null,
  }
  return { ...message, replyTo }
}

function known({ messages, threads }: Conversation, { id, rootId }: MessageShown): MessageShown | undefined {
  return (rootId === null ? messages : threads[rootId]?.messages)?.find((each) => each.id === id)
}

/** Whose words were taken away is told to everybody alike, to nobody: a reader still knows their own. */
function marked(message: MessageShown, conversation: Conversation): MessageShown {
  const { me } = conversation
  return message.author === null && me !== null && known(conversation, message)?.author === me
    ? { ...message, author: me }
    : message
}

function isTakenFromReader(message: MessageShown, conversation: Conversation): boolean {
  const isTaken = message.state === 'hidden' || message.state === 'parked'
  const { me } = conversation
  return me !== null && isTaken && message.text === null && known(conversation, message)?.author === me
}
