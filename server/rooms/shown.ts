import type { Said } from '../by-language.ts'
import type { ReportReason } from '../moderation/words.ts'
import type { SheetPart } from '../sheets/words.ts'
import type { Reaction } from './words.ts'

export type MessageState = 'said' | 'hidden' | 'withdrawn' | 'parked'
/** A message that waits for a moderator, or was refused by one, is in no room: only its author is told of it. */
export type OwnState = MessageState | 'held' | 'refused'

/** A message as it stands for one reader. One that was taken away or withdrawn keeps its place and nothing else. */
export type MessageShown = {
  id: string
  /** Its place in the room's one order. */
  seq: number
  state: MessageState
  /** The same for all that a person says in this room, and different in every other room. */
  author: string | null
  name: string | null
  organisation: string | null
  language: string
  text: string | null
  /** The message in whose thread it is; null for one of the main order. */
  rootId: string | null
  /** How many answers may be read in its thread: its own, or the one it is in. */
  answers: number
  /** What it answers, with its first words, while those may be read. */
  replyTo: { id: string; name: string | null; text: string | null; language: string } | null
  /** The seats it calls on. */
  mentions: { seatId: string; name: string }[]
  /** How many there are of each. */
  reactions: Partial<Record<Reaction, number>>
  postedAt: string
  /** When it came back from where it had been put aside; its place is then a new one. */
  returnedAt: string | null
  editedAt: string | null
  /** The day in Italy on which it took its place, `2026-05-14`: a room is divided by days. */
  day: string
  /** Why it was hidden or put aside; only its author is shown this. */
  hiddenFor: { reason: ReportReason | null; note: string } | null
}

/**
 * `message` is there when the event is about one, `reactions` when it is about what people think of one; other events
 * only move the cursor.
 */
export type EventShown = {
  seq: number
  name: string
  message: MessageShown | null
  clientId: string | null
  reactions?: { messageId: string; counts: MessageShown['reactions'] }
  /** Which parts of the room's sheet it may have changed; not there when none. */
  parts?: readonly SheetPart[]
}

/** `seq` is null where the message waits for a moderator. `rootId` is the message in whose thread it is. */
export type Posted = { id: string; seq: number | null; rootId: string | null; postedAt: string }
/** What the reader thinks of these messages, by the message's id. */
export type Mine = Record<string, Reaction[]>
/** `seq`: what happened up to there is in it. */
export type MessagesShown = { messages: MessageShown[]; olderThan: number | null; seq: number; mine: Mine }
export type ThreadShown = MessagesShown & { root: MessageShown }
export type EventsShown = { events: EventShown[]; more: boolean }
export type Reacted = {
  messageId: string
  roomId: string
  counts: MessageShown['reactions']
  mine: Reaction[]
}

/** One's own message that waits for a moderator, or was refused by one. */
export type OwnWaiting = {
  id: string
  text: string
  language: string
  state: 'held' | 'refused'
  refusedFor: { reason: ReportReason | null; note: string } | null
  clientId: string
}

export type RoomShown = MessagesShown & {
  id: string
  consultation: { id: string; title: Said }
  isOpen: boolean
  isMembersOnly: boolean
  /** The reader's own mark among the messages' authors; null for a guest. */
  me: string | null
  /** True, or the reason why the reader may not speak here. */
  maySpeak: true | string
  mayModerate: boolean
  /** Who chairs the table or moderates there pins a message, slows the talk and holds messages. */
  mayKeepOrder: boolean
  /** The seats of the table, to call on. */
  seats: { id: string; name: string }[]
  /** What the reader said that is not in the room yet, or was refused. */
  waiting: OwnWaiting[]
  /** Verified organisations the reader may speak for. */
  organisations: { id: string; name: string }[]
  here: number
  updatedAt: string | null
}

export type OwnMessage = {
  id: string
  roomId: string
  text: string
  language: string
  state: OwnState
  /** Why it was hidden, put aside or refused. */
  because: { reason: ReportReason | null; note: string } | null
}

/** One message, where it is found in its room, and what the reader may do with it. */
export type OneMessage = {
  roomId: string
  consultation: { id: string; title: Said }
  message: MessageShown
  mine: Reaction[]
  /** Whether it is on the newest page of the room's main order. */
  isNewest: boolean
  maySpeak: true | string
}

export type RecapShown = { id: string; at: string; texts: { language: string; text: string }[] }
export type RecapsShown = {
  consultation: { id: string; title: Said }
  recaps: RecapShown[]
  before: string | null
  mayWrite: boolean
  mayWithdraw: boolean
}

/** What the talk of a room is like now, the same for everybody in it: a part of its sheet. */
export type TalkShown = {
  /** Seconds between two messages of one person; 0 when they need not wait. */
  slowSeconds: number
  /** Messages wait for a moderator before they are in the room. */
  isHeld: boolean
  /** How many wait. */
  waiting: number
  pinned: {
    id: string
    rootId: string | null
    name: string | null
    organisation: string | null
    text: string
    language: string
  } | null
  recap: RecapShown | null
  /** When the next recap is due: only while a meeting is open. */
  recapDueAt: string | null
}

/** A message as those who keep order have it before them. */
export type KeptMessage = {
  id: string
  name: string
  organisation: string | null
  text: string
  language: string
  at: string
  isAnswer: boolean
  isOwn: boolean
  note: string
}

/** One message, for who is about to pin it, put it aside or refuse it. */
export type OneKept = KeptMessage & {
  roomId: string
  consultation: { id: string; title: Said }
  state: OwnState
  isPinned: boolean
  mayModerate: boolean
}

/** What the moderators of a room have before them. */
export type KeepingShown = {
  roomId: string
  consultation: { id: string; title: Said }
  isOpen: boolean
  mayModerate: boolean
  talk: TalkShown
  held: KeptMessage[]
  parked: KeptMessage[]
}
