export const followedKinds = ['consultation', 'need', 'proposal'] as const
export type FollowedKind = (typeof followedKinds)[number]

/** When mail comes: at each notice, once a day at seven in the morning, or not at all. */
export const rhythms = ['at-once', 'digest', 'never'] as const
export type Rhythm = (typeof rhythms)[number]

/** For how long a notice is kept once it was read, and in any case. */
export const readNoticeKeptDays = 90
export const noticeKeptDays = 365
