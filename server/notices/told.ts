/** Who is told of an event, beside nobody: the audiences are spelled out in records-telling.ts. */
export type Audience =
  | 'need'
  | 'author'
  | 'proposal'
  | 'voters'
  | 'body'
  | 'brief'
  | 'meeting'
  | 'seats'
  | 'correction'
  | 'followers'
  | 'electors'
  | 'officers'
  | 'consultation'
export type SubjectKind =
  | 'need'
  | 'proposal'
  | 'ballot'
  | 'brief'
  | 'message'
  | 'meeting'
  | 'minutes'
  | 'correction'
  | 'statement'
  | 'survey'
  | 'poll'
  | 'consultation'

/** `mailed`: the act itself has written a mail, so none is owed for the notice. */
type Told = { subject: SubjectKind; audience: Audience; mailed?: true }

/** The events that become notices, what each is about, and who is told. All others pass. */
export const told: Record<string, Told> = {
  'need-read': { subject: 'need', audience: 'need' },
  'need-grouped': { subject: 'need', audience: 'need' },
  'source-removed': { subject: 'need', audience: 'need' },
  'need-restored': { subject: 'need', audience: 'author' },
  'need-hidden': { subject: 'need', audience: 'author' },
  'message-hidden': { subject: 'message', audience: 'author' },
  'message-restored': { subject: 'message', audience: 'author' },
  'message-refused': { subject: 'message', audience: 'author' },
  'message-parked': { subject: 'message', audience: 'author' },
  'seats-mentioned': { subject: 'message', audience: 'seats' },
  'need-taken-up': { subject: 'need', audience: 'author' },
  'message-taken-up': { subject: 'message', audience: 'author' },
  'statement-approved': { subject: 'statement', audience: 'author' },
  'statement-rejected': { subject: 'statement', audience: 'author' },
  'proposal-published': { subject: 'proposal', audience: 'proposal' },
  'proposal-revised': { subject: 'proposal', audience: 'proposal' },
  'proposal-withdrawn': { subject: 'proposal', audience: 'proposal' },
  'ballot-opened': { subject: 'ballot', audience: 'voters' },
  'ballot-closed': { subject: 'ballot', audience: 'proposal' },
  'poll-composed': { subject: 'poll', audience: 'officers' },
  'poll-opened': { subject: 'poll', audience: 'electors' },
  'poll-closed': { subject: 'poll', audience: 'electors' },
  'phases-rescheduled': { subject: 'consultation', audience: 'consultation' },
  'consultation-closed': { subject: 'consultation', audience: 'consultation' },
  'survey-opened': { subject: 'survey', audience: 'followers' },
  'brief-published': { subject: 'brief', audience: 'brief' },
  'answer-asked': { subject: 'proposal', audience: 'body' },
  'answer-given': { subject: 'proposal', audience: 'proposal' },
  'answer-overdue': { subject: 'proposal', audience: 'body' },
  'meeting-called': { subject: 'meeting', audience: 'meeting', mailed: true },
  'meeting-changed': { subject: 'meeting', audience: 'meeting', mailed: true },
  'meeting-cancelled': { subject: 'meeting', audience: 'meeting', mailed: true },
  'meeting-near': { subject: 'meeting', audience: 'meeting', mailed: true },
  'meeting-closed': { subject: 'minutes', audience: 'meeting' },
  'correction-settled': { subject: 'correction', audience: 'correction' },
  'minutes-approved': { subject: 'minutes', audience: 'meeting' },
}

export const toldNames = Object.keys(told)

export function pathOf(notice: { subjectKind: string; subjectId: string; consultationId: string }): string {
  switch (notice.subjectKind) {
    case 'need':
      return `/needs/${notice.subjectId}`
    case 'ballot':
      return `/ballots/${notice.subjectId}`
    case 'poll':
      return `/polls/${notice.subjectId}`
    case 'survey':
      return `/surveys/${notice.subjectId}`
    case 'brief':
      return `/briefs/${notice.subjectId}`
    case 'message':
      return `/messages/${notice.subjectId}`
    case 'meeting':
      return `/meetings/${notice.subjectId}`
    case 'minutes':
      return `/meetings/${notice.subjectId}/minutes`
    case 'consultation':
      return `/consultations/${notice.subjectId}`
    case 'statement':
      return `/consultations/${notice.consultationId}/opinions`
    case 'correction':
      return `/corrections/${notice.subjectId}`
    default:
      return `/proposals/${notice.subjectId}`
  }
}
