/** Where a proposal is, in the order it goes through. */
export const proposalStates = [
  'draft',
  'published',
  'voting',
  'approved',
  'not-approved',
  'answered',
  'withdrawn',
] as const
export type ProposalState = (typeof proposalStates)[number]

/** What everyone may ask a list for; drafts are only the chair's and the secretary's. */
export const publicStates = [
  'published',
  'voting',
  'approved',
  'not-approved',
  'answered',
  'withdrawn',
] as const

export const proposalLimits = { title: 160, ask: 1500, addressee: 200, note: 500, reason: 500, sources: 200 }

/** The languages a table writes its proposals in. */
export const proposalLanguages = ['it', 'en', 'fr', 'ar'] as const
export type ProposalLanguage = (typeof proposalLanguages)[number]
