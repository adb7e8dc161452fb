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
  'shuffle-boxes',
  'forget-old',
] as const
export type JobName = (typeof jobNames)[number]
