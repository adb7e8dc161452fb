/** Who is told of an event, beside nobody: the audiences are spelled out in records-telling.ts. */
export type Audience = 'need' | 'author' | 'proposal' | 'voters' | 'body' | 'brief'
export type SubjectKind = 'need' | 'proposal' | 'ballot' | 'brief' | 'message'

/** The events that become notices, what each is about, and who is told. All others pass. */
export const told: Record<string, { subject: SubjectKind; audience: Audience }> = {
  'need-read': { subject: 'need', audience: 'need' },
  'need-grouped': { subject: 'need', audience: 'need' },
  'need-hidden': { subject: 'need', audience: 'author' },
  'message-hidden': { subject: 'message', audience: 'author' },
  'proposal-published': { subject: 'proposal', audience: 'proposal' },
  'proposal-revised': { subject: 'proposal', audience: 'proposal' },
  'ballot-opened': { subject: 'ballot', audience: 'voters' },
  'ballot-closed': { subject: 'ballot', audience: 'proposal' },
  'brief-published': { subject: 'brief', audience: 'brief' },
  'answer-asked': { subject: 'proposal', audience: 'body' },
  'answer-given': { subject: 'proposal', audience: 'proposal' },
  'answer-overdue': { subject: 'proposal', audience: 'body' },
}

export const toldNames = Object.keys(told)

export function pathOf(notice: { subjectKind: string; subjectId: string }): string {
  switch (notice.subjectKind) {
    case 'need':
      return `/needs/${notice.subjectId}`
    case 'ballot':
      return `/ballots/${notice.subjectId}`
    case 'brief':
      return `/briefs/${notice.subjectId}`
    case 'message':
      return `/messages/${notice.subjectId}`
    default:
      return `/proposals/${notice.subjectId}`
  }
}
