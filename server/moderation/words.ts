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

export const moderationActs = ['hide', 'dismiss', 'restore'] as const
export type ModerationAct = (typeof moderationActs)[number]
