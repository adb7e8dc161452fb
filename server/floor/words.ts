/** What a hand is raised for. A point of order goes before the others. */
export const handKinds = ['speak', 'question', 'point-of-order', 'reply'] as const
export type HandKind = (typeof handKinds)[number]

/** How a presence ended before the meeting did. */
export const presenceEnds = ['left', 'replaced', 'lapsed', 'mandate-ended'] as const
export type PresenceEnd = (typeof presenceEnds)[number]

export const longestApology = 500

/** How many seconds a sign of life counts: of a live connection, and of a page that was opened. */
export const liveSeconds = 60
export const pageSeconds = 600
