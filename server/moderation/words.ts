/** What may be wrong with a text; the same list for who reports it and for who decides. */
export const reportReasons = [
  'insult',
  'discrimination',
  'threat',
  'personal-details',
  'danger',
  'off-topic',
  'spam',
  'other',
] as const
export type ReportReason = (typeof reportReasons)[number]

export const moderatedKinds = ['message', 'need'] as const
export type ModeratedKind = (typeof moderatedKinds)[number]

/** What the log is about: a text, or how a room is kept. */
export type LoggedKind = ModeratedKind | 'room'

export const moderationActs = [
  'hide',
  'dismiss',
  'restore',
  'approve',
  'refuse',
  'park',
  'return',
  'pin',
  'unpin',
  'slow',
  'hold',
] as const
export type ModerationAct = (typeof moderationActs)[number]
