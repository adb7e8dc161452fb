export const outcomes = ['accepted', 'accepted-in-part', 'declined', 'studying'] as const
export type Outcome = (typeof outcomes)[number]

export const declineReasons = [
  'not-competent',
  'no-funds',
  'already-covered',
  'not-feasible',
  'against-law',
  'other',
] as const
export type DeclineReason = (typeof declineReasons)[number]
