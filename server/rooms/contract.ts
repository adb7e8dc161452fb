import { z } from 'zod'
import { clientId, id, lines, list, optional, wholeNumber } from '../fields.ts'
import { reportReasons } from '../moderation/words.ts'
import {
  longestMessage,
  longestRecap,
  mostMentions,
  reactions,
  slowSteps,
  writtenLanguages,
  type WrittenLanguage,
} from './words.ts'

const text = lines(1, longestMessage)
const language = z.enum(Object.keys(writtenLanguages) as [WrittenLanguage])
const place = wholeNumber(0, 999_999_999)
/** Why, in the log of the moderators. */
const why = lines(3, 1000)
const whyOrNothing = optional(lines(0, 1000))

export const PostMessage = z.strictObject({
  roomId: id,
  text,
  language,
  replyTo: optional(id),
  organisationId: optional(id),
  /** Seats that are called on; never people. */
  mentions: list(id).refine((seats) => seats.length <= mostMentions, {
    error: 'too-many-chosen',
    params: { most: mostMentions },
  }),
  clientId: id,
})
export const EditMessage = z.strictObject({ messageId: id, text })
export const WithdrawMessage = z.strictObject({ messageId: id })

export const PutReaction = z.strictObject({ messageId: id, kind: z.enum(reactions) })
export const TakeBackReaction = z.strictObject({ messageId: id, kind: z.enum(reactions) })

export const PinMessage = z.strictObject({ messageId: id, note: whyOrNothing })
export const UnpinMessage = z.strictObject({ messageId: id, note: whyOrNothing })
export const ApproveMessage = z.strictObject({ messageId: id, note: whyOrNothing })
export const RefuseMessage = z.strictObject({ messageId: id, reason: z.enum(reportReasons), note: why })
export const ParkMessage = z.strictObject({ messageId: id, note: why })
export const ReturnMessage = z.strictObject({ messageId: id, note: whyOrNothing })
export const SetSlowMode = z.strictObject({
  roomId: id,
  seconds: wholeNumber(0, 300).refine((seconds) => slowSteps.some((step) => step === seconds), 'not-in-list'),
  note: whyOrNothing,
})
export const SetHold = z.strictObject({ roomId: id, hold: z.enum(['on', 'off']), note: whyOrNothing })

const recap = lines(10, longestRecap)
export const WriteRecap = z.strictObject({
  roomId: id,
  firstLanguage: language,
  firstText: recap,
  secondLanguage: language,
  secondText: recap,
  clientId,
})
export const WithdrawRecap = z.strictObject({ recapId: id })

export const ShowRoom = z.strictObject({ roomId: id, before: optional(place) })
export const ListMessages = z.strictObject({ roomId: id, before: place })
export const EventsSince = z.strictObject({ roomId: id, after: place })
export const ListThread = z.strictObject({ roomId: id, rootId: id, before: optional(place) })
export const ShowOwnMessage = z.strictObject({ messageId: id })
export const ShowMessage = z.strictObject({ messageId: id })
export const ShowKept = z.strictObject({ messageId: id })
export const ListOwnWaiting = z.strictObject({ roomId: id })
export const ShowKeeping = z.strictObject({ roomId: id })
export const ListRecaps = z.strictObject({ roomId: id, before: optional(id) })

export type * from './shown.ts'
