export const jobNames = [
  'deliver-mails',
  'settle-ballots',
  'settle-surveys',
  'tell-missed-notices',
  'tell-overdue-answers',
  'tell-ended-mandates',
  'send-digests',
  'remind-meetings',
  'find-unread-answers',
  'shuffle-responses',
  'shuffle-boxes',
  'remind-voters',
  'publish-audit-head',
  'forget-old',
] as const
export type JobName = (typeof jobNames)[number]
