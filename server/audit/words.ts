/** What is bound into the audit chain: acts by which somebody could wrong others if nobody could check. */
export const auditActs = [
  'ballot-called',
  'ballot-opened',
  'ballot-closed',
  'ballot-cancelled',
  'poll-composed',
  'poll-tier-confirmed',
  'poll-opened',
  'poll-closed',
  'poll-cancelled',
  'poll-outcome-recorded',
  'box-shuffled',
  'brief-published',
  'moderated',
  'administrator-appointed',
  'administrator-ended',
  'official-appointed',
  'official-ended',
  'officer-appointed',
  'officer-ended',
  'seat-appointed',
  'seat-ended',
] as const
export type AuditAct = (typeof auditActs)[number]

export const entriesOnAPage = 25
