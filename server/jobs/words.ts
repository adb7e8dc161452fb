export const jobNames = [
  'deliver-mails',
  'settle-ballots',
  'tell-missed-notices',
  'tell-overdue-answers',
  'send-digests',
] as const
export type JobName = (typeof jobNames)[number]
