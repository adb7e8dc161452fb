import { z } from 'zod'
import { after, id } from '../fields.ts'
import { followedKinds, rhythms, type FollowedKind, type Rhythm } from './words.ts'

const subject = { kind: z.enum(followedKinds), id }

export const Follow = z.strictObject(subject)
export const Unfollow = z.strictObject(subject)
export const ShowFollow = z.strictObject(subject)
export const ListNotices = z.strictObject({ after })
export const ListFollows = z.strictObject({})
export const MarkRead = z.strictObject({ noticeId: id })
export const MarkAllRead = z.strictObject({})
export const SetRhythm = z.strictObject({ rhythm: z.enum(rhythms) })

const token = z.string('needed').max(200, 'not-valid')
export const ShowStop = z.strictObject({ token })
export const StopMails = z.strictObject({ token })

/** What happened, in the reader's language, and what it happened to, in its own. */
export type NoticeShown = {
  id: string
  text: string
  title: { text: string; language: string } | null
  path: string
  at: Date
  isRead: boolean
}
export type NoticesListed = { notices: NoticeShown[]; older: string | null; rhythm: Rhythm }
export type FollowListed = {
  kind: FollowedKind
  id: string
  title: { text: string; language: string }
  since: Date
}
