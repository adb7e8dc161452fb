import { z } from 'zod'
import type { Said } from '../by-language.ts'
import { id, lines, optional, wholeNumber } from '../fields.ts'
import { longestMessage, writtenLanguages, type WrittenLanguage } from './words.ts'

const text = lines(1, longestMessage)
const language = z.enum(Object.keys(writtenLanguages) as [WrittenLanguage])
const place = wholeNumber(0, 999_999_999)

export const PostMessage = z.strictObject({
  roomId: id,
  text,
  language,
  replyTo: optional(id),
  organisationId: optional(id),
  clientId: id,
})
export const EditMessage = z.strictObject({ messageId: id, text })
export const WithdrawMessage = z.strictObject({ messageId: id })

export const ShowRoom = z.strictObject({ roomId: id, before: optional(place) })
export const ListMessages = z.strictObject({ roomId: id, before: place })
export const EventsSince = z.strictObject({ roomId: id, after: place })
export const ShowOwnMessage = z.strictObject({ messageId: id })

/** A message as it stands for one reader. One that was hidden or withdrawn keeps its place and nothing else. */
export type MessageShown = {
  id: string
  /** Its place in the room's one order. */
  seq: number
  state: 'said' | 'hidden' | 'withdrawn'
  /** The same for all that a person says in this room, and different in every other room. */
  author: string | null
  name: string | null
  organisation: string | null
  language: string
  text: string | null
  /** What it answers, with its first words, while those may be read. */
  replyTo: { id: string; name: string | null; text: string | null; language: string } | null
  postedAt: string
  editedAt: string | null
  /** Why it was hidden; only its author is shown this. */
  hiddenFor: { reason: string; note: string } | null
}

/** `message` is there when the event is about one; other events only move the cursor. */
export type EventShown = {
  seq: number
  name: string
  message: MessageShown | null
  clientId: string | null
}

export type Posted = { id: string; seq: number; postedAt: string }
export type MessagesShown = { messages: MessageShown[]; olderThan: number | null }
export type EventsShown = { events: EventShown[]; more: boolean }

export type RoomShown = MessagesShown & {
  id: string
  consultation: { id: string; title: Said }
  isOpen: boolean
  isMembersOnly: boolean
  /** Where the reader's copy of the room stands: what comes after is live. */
  seq: number
  /** The reader's own mark among the messages' authors; null for a guest. */
  me: string | null
  /** True, or the reason why the reader may not speak here. */
  maySpeak: true | string
  mayModerate: boolean
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
  state: 'said' | 'hidden' | 'withdrawn'
}
