import type { Persona } from '#server/people/words.ts'
import type { DemoThings } from './demo-things.ts'

export type Role = Persona | 'guest'

export const roles: Role[] = [
  'guest',
  'reader',
  'association-president',
  'other-association-member',
  'social-worker',
  'mediator',
  'table-chair',
  'regional-official',
  'coordinator',
]

/**
 * Who is shown a page; everybody else is refused, and where a thing is secret, as if it were not there. Where a page has
 * nothing for somebody now it may lead back to the page it lies on, or to the one that `leads` says, and nowhere else.
 */
export type Visit = {
  path(things: DemoThings): string
  shown: Role[] | 'everyone' | 'signed-in'
  leads?: RegExp
}
/** Who may ask for a change; everybody else is refused and nothing changes. */
export type Change = {
  path(things: DemoThings): string
  may: Role[] | 'everyone' | 'signed-in'
  leads?: RegExp
}
export type Row = { visits?: Visit[]; changes?: Change[] }

const chair: Role[] = ['table-chair']
const seated: Role[] = ['association-president', 'other-association-member', 'social-worker']
/** Whoever fills the seat that a form names. */
const itsHolder: Role[] = ['association-president']
const overseers: Role[] = ['coordinator']

const toAgenda = /^\/meetings\/[^/]+\/agenda$/
const toForm = /^\/surveys\/[^/]+\/form$/
const toKeeping = /^\/rooms\/[^/]+\/keeping$/
const toResumption = /^\/surveys\/[^/]+\/answering\/resumption$/

function page(path: Visit['path'], shown: Visit['shown'] = 'everyone', leads?: RegExp): Visit {
  return { path, shown, ...(leads ? { leads } : {}) }
}
function change(path: Change['path'], may: Change['may'], leads?: RegExp): Change {
  return { path, may, ...(leads ? { leads } : {}) }
}
/** A page with a form on it: whoever is shown it may send it. */
function form(path: Visit['path'], who: Visit['shown'], leads?: RegExp): Row {
  return { visits: [page(path, who, leads)], changes: [change(path, who, leads)] }
}
/** A question asked on another page; by its own address it leads back there. */
function asked(path: Visit['path'], who: Change['may'], leads?: RegExp): Row {
  return { visits: [page(path, [], leads)], changes: [change(path, who, leads)] }
}
/** An address that only takes a change. */
function only(path: Change['path'], may: Change['may']): Row {
  return { changes: [change(path, may)] }
}

export function includes(who: Visit['shown'], role: Role): boolean {
  return who === 'everyone' || (who === 'signed-in' ? role !== 'guest' : who.includes(role))
}

/** To the page that this one lies on, or where its row says. */
export function leadsBack(where: string, path: string, leads: RegExp | undefined): boolean {
  const [page = ''] = where.split(/[?#]/)
  return leads ? leads.test(where) : page !== '/' && page !== '' && path.startsWith(`${page}/`)
}

/** Every route of the screens. A route without a row fails the test. */
export const matrix: Record<string, Row> = {
  'routes/_index': { visits: [page(() => '/')] },
  'routes/admin.feedback': { visits: [page(() => '/admin/feedback', overseers)] },
  'routes/admin.feedback_.$feedbackId.settlement': only(
    (it) => `/admin/feedback/${it.feedback}/settlement`,
    overseers,
  ),
  'routes/admin.jobs': { visits: [page(() => '/admin/jobs', overseers)] },
  'routes/admin.jobs_.retries': only(() => '/admin/jobs/retries', overseers),
  'routes/admin.officials': form(() => '/admin/officials', overseers),
  'routes/admin.officials_.ending': only(() => '/admin/officials/ending', overseers),
  'routes/answers': { visits: [page(() => '/answers')] },
  'routes/audit': { visits: [page(() => '/audit'), page(() => '/audit?before=9')] },
  'routes/audit[.]csv': { visits: [page(() => '/audit.csv')] },
  'routes/audit[.]json': { visits: [page(() => '/audit.json')] },
  'routes/ballots_.$ballotId': {
    visits: [page((it) => `/ballots/${it.openBallot}`), page((it) => `/ballots/${it.closedBallot}`)],
  },
  'routes/ballots_.$ballotId_.cancellation': form((it) => `/ballots/${it.openBallot}/cancellation`, []),
  'routes/ballots_.$ballotId_.closing': asked((it) => `/ballots/${it.openBallot}/closing`, ['coordinator']),
  'routes/ballots_.$ballotId_.definition': { visits: [page((it) => `/ballots/${it.openBallot}/definition`)] },
  'routes/ballots_.$ballotId_.named-votes.$unit': {
    visits: [
      page((it) => `/ballots/${it.closedBallot}/named-votes/person`),
      page((it) => `/ballots/${it.openBallot}/named-votes/seat`, []),
    ],
  },
  'routes/ballots_.$ballotId_.opening': form((it) => `/ballots/${it.openBallot}/opening`, []),
  'routes/ballots_.$ballotId_.papers.$unit': {
    visits: [
      page((it) => `/ballots/${it.closedBallot}/papers/seat`),
      page((it) => `/ballots/${it.openBallot}/papers/seat`, []),
    ],
  },
  'routes/ballots_.$ballotId_.turnout': { visits: [page((it) => `/ballots/${it.openBallot}/turnout`)] },
  'routes/ballots_.$ballotId_.vote': only((it) => `/ballots/${it.openBallot}/vote`, 'signed-in'),
  'routes/ballots_.$ballotId_.votes': { visits: [page((it) => `/ballots/${it.closedBallot}/votes`)] },
  'routes/briefs._index': { visits: [page(() => '/briefs')] },
  'routes/briefs_.$briefId': { visits: [page((it) => `/briefs/${it.brief}`)] },
  'routes/briefs_.$briefId[.]json': { visits: [page((it) => `/briefs/${it.brief}.json`)] },
  'routes/consultations._index': { visits: [page(() => '/consultations')] },
  'routes/consultations_.$consultationId': {
    visits: [
      page((it) => `/consultations/${it.consultation}`),
      page((it) => `/consultations/${it.secretConsultation}`, ['other-association-member', 'mediator']),
    ],
  },
  'routes/consultations_.$consultationId_.brief': form(
    (it) => `/consultations/${it.consultation}/brief`,
    chair,
  ),
  'routes/consultations_.$consultationId_.closing': only(
    (it) => `/consultations/${it.consultation}/closing`,
    chair,
  ),
  'routes/consultations_.$consultationId_.members': form(
    (it) => `/consultations/${it.secretConsultation}/members`,
    [],
  ),
  'routes/consultations_.$consultationId_.members_.removal': only(
    (it) => `/consultations/${it.secretConsultation}/members/removal`,
    [],
  ),
  'routes/consultations_.$consultationId_.needs_.check': form(
    (it) => `/consultations/${it.listening}/needs/check`,
    'signed-in',
  ),
  'routes/consultations_.$consultationId_.needs_.drafts': form(
    (it) => `/consultations/${it.listening}/needs/drafts`,
    'signed-in',
  ),
  'routes/consultations_.$consultationId_.needs_.new': form(
    (it) => `/consultations/${it.listening}/needs/new`,
    'signed-in',
  ),
  'routes/consultations_.$consultationId_.opinions': {
    visits: [
      page((it) => `/consultations/${it.consultation}/opinions`),
      page(
        (it) => `/consultations/${it.secretConsultation}/opinions`,
        ['other-association-member', 'mediator'],
      ),
    ],
    changes: [change((it) => `/consultations/${it.consultation}/opinions`, 'everyone')],
  },
  'routes/consultations_.$consultationId_.opinions_.comments[.]csv': {
    visits: [page((it) => `/consultations/${it.consultation}/opinions/comments.csv`, chair)],
  },
  'routes/consultations_.$consultationId_.opinions_.joining': only(
    (it) => `/consultations/${it.consultation}/opinions/joining`,
    'signed-in',
  ),
  'routes/consultations_.$consultationId_.opinions_.mine': {
    visits: [page((it) => `/consultations/${it.consultation}/opinions/mine`)],
  },
  'routes/consultations_.$consultationId_.opinions_.participants-votes[.]csv': {
    visits: [page((it) => `/consultations/${it.consultation}/opinions/participants-votes.csv`, chair)],
  },
  'routes/consultations_.$consultationId_.opinions_.results': {
    visits: [
      page((it) => `/consultations/${it.consultation}/opinions/results`),
      page((it) => `/consultations/${it.listening}/opinions/results`, []),
    ],
  },
  'routes/consultations_.$consultationId_.opinions_.results[.]csv': {
    visits: [page((it) => `/consultations/${it.consultation}/opinions/results.csv`)],
  },
  'routes/consultations_.$consultationId_.opinions_.results[.]json': {
    visits: [
      page((it) => `/consultations/${it.consultation}/opinions/results.json`),
      page((it) => `/consultations/${it.listening}/opinions/results.json`, []),
    ],
  },
  'routes/consultations_.$consultationId_.opinions_.votes[.]csv': {
    visits: [page((it) => `/consultations/${it.consultation}/opinions/votes.csv`, chair)],
  },
  'routes/consultations_.$consultationId_.surveys': {
    visits: [
      page((it) => `/consultations/${it.consultation}/surveys`),
      page(
        (it) => `/consultations/${it.secretConsultation}/surveys`,
        ['other-association-member', 'mediator'],
      ),
    ],
  },
  'routes/consultations_.$consultationId_.surveys_.new': form(
    (it) => `/consultations/${it.consultation}/surveys/new`,
    chair,
  ),
  'routes/consultations_.$consultationId_.surveys_.upload': form(
    (it) => `/consultations/${it.consultation}/surveys/upload`,
    chair,
  ),
  'routes/consultations_.$consultationId_.statements': {
    visits: [page((it) => `/consultations/${it.consultation}/statements`, ['table-chair', 'mediator'])],
  },
  'routes/consultations_.$consultationId_.statements_.import': form(
    (it) => `/consultations/${it.consultation}/statements/import`,
    chair,
  ),
  'routes/consultations_.$consultationId_.statements_.new': form(
    (it) => `/consultations/${it.consultation}/statements/new`,
    'signed-in',
  ),
  'routes/consultations_.$consultationId_.statements_.settings': only(
    (it) => `/consultations/${it.consultation}/statements/settings`,
    chair,
  ),
  'routes/messages_.$messageId_.statement': {
    visits: [
      page(
        (it) => `/messages/${it.message}/statement`,
        [],
        /^\/consultations\/[^/]+\/statements\/new\?messageId=/,
      ),
    ],
  },
  'routes/proposals_.$proposalId_.statements': form(
    (it) => `/proposals/${it.publishedProposal}/statements`,
    [],
  ),
  'routes/proposals_.$proposalId_.statements_.removal': only(
    (it) => `/proposals/${it.publishedProposal}/statements/removal`,
    [],
  ),
  'routes/statements_.$statementId_.approval': only(
    (it) => `/statements/${it.statement}/approval`,
    ['table-chair', 'mediator'],
  ),
  'routes/statements_.$statementId_.mark': only(
    (it) => `/statements/${it.statement}/mark`,
    ['table-chair', 'mediator'],
  ),
  'routes/statements_.$statementId_.rejection': only(
    (it) => `/statements/${it.statement}/rejection`,
    ['table-chair', 'mediator'],
  ),
  'routes/consultations_.$consultationId_.polls': {
    visits: [
      page((it) => `/consultations/${it.consultation}/polls`),
      page((it) => `/consultations/${it.secretConsultation}/polls`, ['other-association-member', 'mediator']),
    ],
  },
  'routes/consultations_.$consultationId_.polls_.new': {
    visits: [
      page((it) => `/consultations/${it.consultation}/polls/new`, chair),
      page((it) => `/consultations/${it.consultation}/polls/new?kind=equal-shares`, chair),
    ],
    changes: [change((it) => `/consultations/${it.consultation}/polls/new`, chair)],
  },
  'routes/polls_.$pollId': {
    visits: [
      page((it) => `/polls/${it.openPoll}`),
      page((it) => `/polls/${it.closedPoll}`),
      page((it) => `/polls/${it.plannedPoll}`),
    ],
    changes: [change((it) => `/polls/${it.openPoll}`, 'signed-in')],
  },
  'routes/polls_.$pollId_.cancellation': asked((it) => `/polls/${it.plannedPoll}/cancellation`, chair),
  'routes/polls_.$pollId_.closing': asked((it) => `/polls/${it.openPoll}/closing`, chair),
  'routes/polls_.$pollId_.definition': { visits: [page((it) => `/polls/${it.openPoll}/definition`)] },
  'routes/polls_.$pollId_.named-votes.$unit': {
    visits: [
      page((it) => `/polls/${it.closedPoll}/named-votes/seat`),
      page((it) => `/polls/${it.openPoll}/named-votes/seat`, []),
    ],
  },
  'routes/polls_.$pollId_.opening': asked((it) => `/polls/${it.plannedPoll}/opening`, []),
  'routes/polls_.$pollId_.outcome': asked((it) => `/polls/${it.closedPoll}/outcome`, []),
  'routes/polls_.$pollId_.papers.$unit': {
    visits: [
      page((it) => `/polls/${it.closedPoll}/papers/seat`),
      page((it) => `/polls/${it.openPoll}/papers/person`, []),
    ],
  },
  'routes/polls_.$pollId_.proxies': only((it) => `/polls/${it.openPoll}/proxies`, []),
  'routes/polls_.$pollId_.proxies_.withdrawal': only((it) => `/polls/${it.openPoll}/proxies/withdrawal`, []),
  'routes/polls_.$pollId_.roll.$unit': { visits: [page((it) => `/polls/${it.closedPoll}/roll/seat`, chair)] },
  'routes/polls_.$pollId_.sealed': { visits: [page((it) => `/polls/${it.closedPoll}/sealed`)] },
  'routes/polls_.$pollId_.votes.$unit': {
    visits: [
      page((it) => `/polls/${it.closedPoll}/votes/person`),
      page((it) => `/polls/${it.openPoll}/votes/person`, []),
    ],
  },
  'routes/polls_.$pollId_.tier': asked((it) => `/polls/${it.plannedPoll}/tier`, chair),
  'routes/consultations_.$consultationId_.phases': form(
    (it) => `/consultations/${it.consultation}/phases`,
    chair,
  ),
  'routes/demo': { visits: [page(() => '/demo')] },
  'routes/demo_.sign-in': only(() => '/demo/sign-in', 'everyone'),
  'routes/dev.mail': { visits: [page(() => '/dev/mail')] },
  'routes/feedback': form(() => '/feedback', 'everyone'),
  'routes/follows': only(() => '/follows', 'signed-in'),
  'routes/follows_.withdrawal': only(() => '/follows/withdrawal', 'signed-in'),
  'routes/help': { visits: [page(() => '/help')] },
  'routes/invitations_.$invitationId_.withdrawal': only((it) => `/invitations/${it.absent}/withdrawal`, []),
  'routes/invitations_.$token': form((it) => `/invitations/${it.absentToken}`, []),
  'routes/language': only(() => '/language', 'everyone'),
  'routes/legal': { visits: [page(() => '/legal')] },
  'routes/me._index': form(() => '/me', 'signed-in'),
  'routes/corrections_.$correctionId': {
    visits: [page((it) => `/corrections/${it.correction}`)],
    changes: [change((it) => `/corrections/${it.correction}`, chair)],
  },
  'routes/motions_.$motionId_.support': only((it) => `/motions/${it.openMotion}/support`, itsHolder),
  'routes/motions_.$motionId_.vote': form((it) => `/motions/${it.motion}/vote`, chair),
  'routes/motions_.$motionId_.withdrawal': only(
    (it) => `/motions/${it.motion}/withdrawal`,
    ['association-president'],
  ),
  'routes/tables_.$tableId_.tasks': { visits: [page((it) => `/tables/${it.table}/tasks`)] },
  'routes/tasks_.$taskId': {
    visits: [page((it) => `/tasks/${it.task}`)],
    changes: [change((it) => `/tasks/${it.task}`, chair)],
  },
  'routes/me_.devices': form(() => '/me/devices', 'signed-in'),
  'routes/me_.devices_.others': only(() => '/me/devices/others', 'signed-in'),
  'routes/me_.needs': { visits: [page(() => '/me/needs', 'signed-in')] },
  'routes/me_.needs_.drafts.$clientId.withdrawal': only(
    (it) => `/me/needs/drafts/${it.absent}/withdrawal`,
    'signed-in',
  ),
  'routes/me_.notifications': { visits: [page(() => '/me/notifications', 'signed-in')] },
  'routes/me_.notifications_.read': only(() => '/me/notifications/read', 'signed-in'),
  'routes/me_.notifications_.rhythm': only(() => '/me/notifications/rhythm', 'signed-in'),
  'routes/me_.organisations': { visits: [page(() => '/me/organisations', 'signed-in')] },
  'routes/meetings._index': {
    visits: [page(() => '/meetings'), page(() => '/meetings?mine=yes&when=past', 'signed-in')],
  },
  'routes/meetings_.$meetingId': { visits: [page((it) => `/meetings/${it.meeting}`)] },
  'routes/meetings_.$meetingId_.agenda': form((it) => `/meetings/${it.meeting}/agenda`, chair),
  'routes/meetings_.$meetingId_.agenda_.carried': asked(
    (it) => `/meetings/${it.meeting}/agenda/carried`,
    chair,
  ),
  'routes/meetings_.$meetingId_.calendar[.]ics': {
    visits: [page((it) => `/meetings/${it.meeting}/calendar.ics`)],
  },
  'routes/meetings_.$meetingId_.cancellation': form((it) => `/meetings/${it.meeting}/cancellation`, chair),
  'routes/meetings_.$meetingId_.closing': asked((it) => `/meetings/${it.meeting}/closing`, chair),
  'routes/meetings_.$meetingId_.edit': form((it) => `/meetings/${it.meeting}/edit`, chair),
  'routes/meetings_.$meetingId_.items_.$itemId': form(
    (it) => `/meetings/${it.meeting}/items/${it.agendaItem}`,
    chair,
  ),
  'routes/meetings_.$meetingId_.items_.$itemId_.closing': form(
    (it) => `/meetings/${it.meeting}/items/${it.agendaItem}/closing`,
    chair,
  ),
  'routes/meetings_.$meetingId_.items_.$itemId_.papers_.$paperId': form(
    (it) => `/meetings/${it.meeting}/items/${it.agendaItem}/papers/${it.paper}`,
    chair,
  ),
  'routes/meetings_.$meetingId_.items_.$itemId_.papers_.$paperId_.removal': asked(
    (it) => `/meetings/${it.meeting}/items/${it.agendaItem}/papers/${it.paper}/removal`,
    chair,
    toAgenda,
  ),
  'routes/meetings_.$meetingId_.items_.$itemId_.papers_.new': form(
    (it) => `/meetings/${it.meeting}/items/${it.agendaItem}/papers/new`,
    chair,
  ),
  'routes/meetings_.$meetingId_.items_.$itemId_.pause': asked(
    (it) => `/meetings/${it.meeting}/items/${it.agendaItem}/pause`,
    chair,
    toAgenda,
  ),
  'routes/meetings_.$meetingId_.items_.$itemId_.place': asked(
    (it) => `/meetings/${it.meeting}/items/${it.agendaItem}/place`,
    chair,
    toAgenda,
  ),
  'routes/meetings_.$meetingId_.items_.$itemId_.postponement': form(
    (it) => `/meetings/${it.meeting}/items/${it.agendaItem}/postponement`,
    chair,
  ),
  'routes/meetings_.$meetingId_.items_.$itemId_.removal': asked(
    (it) => `/meetings/${it.meeting}/items/${it.agendaItem}/removal`,
    chair,
    toAgenda,
  ),
  'routes/meetings_.$meetingId_.items_.$itemId_.resumption': asked(
    (it) => `/meetings/${it.meeting}/items/${it.agendaItem}/resumption`,
    chair,
    toAgenda,
  ),
  'routes/meetings_.$meetingId_.items_.$itemId_.start': asked(
    (it) => `/meetings/${it.meeting}/items/${it.agendaItem}/start`,
    chair,
    toAgenda,
  ),
  'routes/meetings_.$meetingId_.apologies': {
    visits: [page((it) => `/meetings/${it.meeting}/apologies`, [...seated, 'table-chair'])],
    changes: [change((it) => `/meetings/${it.meeting}/apologies`, itsHolder)],
  },
  'routes/meetings_.$meetingId_.apologies_.withdrawal': only(
    (it) => `/meetings/${it.meeting}/apologies/withdrawal`,
    itsHolder,
  ),
  'routes/meetings_.$meetingId_.balance': {
    visits: [page((it) => `/meetings/${it.meeting}/balance`, ['table-chair', 'mediator'])],
  },
  'routes/meetings_.$meetingId_.checks': {
    visits: [page((it) => `/meetings/${it.meeting}/checks`)],
    changes: [change((it) => `/meetings/${it.meeting}/checks`, chair)],
  },
  'routes/meetings_.$meetingId_.checks_.$checkId.answers': only(
    (it) => `/meetings/${it.meeting}/checks/${it.absent}/answers`,
    [],
  ),
  'routes/meetings_.$meetingId_.checks_.$checkId.closing': only(
    (it) => `/meetings/${it.meeting}/checks/${it.absent}/closing`,
    [],
  ),
  'routes/meetings_.$meetingId_.decisions': {
    visits: [page((it) => `/meetings/${it.heldMeeting}/decisions`)],
    changes: [change((it) => `/meetings/${it.meeting}/decisions`, chair)],
  },
  'routes/meetings_.$meetingId_.minutes': {
    visits: [
      page((it) => `/meetings/${it.heldMeeting}/minutes`),
      page((it) => `/meetings/${it.approvedMeeting}/minutes`),
      page((it) => `/meetings/${it.meeting}/minutes`, []),
    ],
  },
  'routes/meetings_.$meetingId_.minutes[.]json': {
    visits: [page((it) => `/meetings/${it.approvedMeeting}/minutes.json`)],
  },
  'routes/meetings_.$meetingId_.minutes_.approval': asked(
    (it) => `/meetings/${it.heldMeeting}/minutes/approval`,
    chair,
  ),
  'routes/meetings_.$meetingId_.minutes_.corrections': {
    visits: [page((it) => `/meetings/${it.heldMeeting}/minutes/corrections`, seated)],
    changes: [change((it) => `/meetings/${it.heldMeeting}/minutes/corrections`, itsHolder)],
  },
  'routes/meetings_.$meetingId_.motions': {
    visits: [page((it) => `/meetings/${it.heldMeeting}/motions`)],
    changes: [change((it) => `/meetings/${it.openMeeting}/motions`, itsHolder)],
  },
  'routes/meetings_.$meetingId_.statements': form(
    (it) => `/meetings/${it.heldMeeting}/statements?messageId=${it.message}`,
    ['table-chair', 'mediator'],
  ),
  'routes/meetings_.$meetingId_.tasks': {
    visits: [page((it) => `/meetings/${it.heldMeeting}/tasks`, [])],
    changes: [change((it) => `/meetings/${it.meeting}/tasks`, chair)],
  },
  'routes/meetings_.$meetingId_.departure': only((it) => `/meetings/${it.openMeeting}/departure`, itsHolder),
  'routes/meetings_.$meetingId_.floor': only((it) => `/meetings/${it.openMeeting}/floor`, chair),
  'routes/meetings_.$meetingId_.floor_.ending': only(
    (it) => `/meetings/${it.openMeeting}/floor/ending`,
    [...itsHolder, 'table-chair'],
  ),
  'routes/meetings_.$meetingId_.floor_.pause': only((it) => `/meetings/${it.openMeeting}/floor/pause`, chair),
  'routes/meetings_.$meetingId_.floor_.resumption': only(
    (it) => `/meetings/${it.openMeeting}/floor/resumption`,
    chair,
  ),
  'routes/meetings_.$meetingId_.hands': only((it) => `/meetings/${it.openMeeting}/hands`, itsHolder),
  'routes/meetings_.$meetingId_.hands_.withdrawal': only(
    (it) => `/meetings/${it.openMeeting}/hands/withdrawal`,
    [...itsHolder, 'table-chair'],
  ),
  'routes/meetings_.$meetingId_.places': only((it) => `/meetings/${it.openMeeting}/places`, itsHolder),
  'routes/meetings_.$meetingId_.opening': asked((it) => `/meetings/${it.meeting}/opening`, chair),
  'routes/meetings_.$meetingId_.taking-part': {
    visits: [page((it) => `/meetings/${it.meeting}/taking-part`)],
  },
  'routes/messages.$messageId': form(
    (it) => `/messages/${it.message}`,
    ['association-president'],
    /^\/rooms\/[^/]+(?:\/threads\/[^/]+)?#m-/,
  ),
  'routes/messages_.$messageId.approval': only((it) => `/messages/${it.message}/approval`, ['mediator']),
  'routes/messages_.$messageId.parking': form(
    (it) => `/messages/${it.message}/parking`,
    ['mediator'],
    toKeeping,
  ),
  'routes/messages_.$messageId.pin': form((it) => `/messages/${it.message}/pin`, ['mediator', 'table-chair']),
  'routes/messages_.$messageId.pin_.withdrawal': only(
    (it) => `/messages/${it.message}/pin/withdrawal`,
    ['mediator', 'table-chair'],
  ),
  'routes/messages_.$messageId.reactions': {
    visits: [page((it) => `/messages/${it.message}/reactions`)],
    changes: [change((it) => `/messages/${it.message}/reactions`, 'signed-in')],
  },
  'routes/messages_.$messageId.reactions_.withdrawal': only(
    (it) => `/messages/${it.message}/reactions/withdrawal`,
    'signed-in',
  ),
  'routes/messages_.$messageId.refusal': asked(
    (it) => `/messages/${it.message}/refusal`,
    ['mediator'],
    toKeeping,
  ),
  'routes/messages_.$messageId.return': only((it) => `/messages/${it.message}/return`, ['mediator']),
  'routes/messages_.$messageId.withdrawal': only(
    (it) => `/messages/${it.message}/withdrawal`,
    ['association-president'],
  ),
  'routes/moderation': { visits: [page(() => '/moderation', ['mediator'])] },
  'routes/moderation_.$kind.$subjectId': {
    visits: [
      page((it) => `/moderation/need/${it.need}`, ['mediator']),
      page((it) => `/moderation/message/${it.message}`, ['mediator']),
    ],
  },
  'routes/moderation_.$kind.$subjectId_.dismissal': form(
    (it) => `/moderation/need/${it.need}/dismissal`,
    ['mediator'],
  ),
  'routes/moderation_.$kind.$subjectId_.hiding': form(
    (it) => `/moderation/need/${it.need}/hiding`,
    ['mediator'],
  ),
  'routes/moderation_.$kind.$subjectId_.restoration': form(
    (it) => `/moderation/need/${it.need}/restoration`,
    ['mediator'],
  ),
  'routes/moderation_.[log]': { visits: [page(() => '/moderation/log', ['mediator', 'coordinator'])] },
  'routes/needs._index': { visits: [page(() => '/needs')] },
  'routes/needs_.$needId': {
    visits: [
      page((it) => `/needs/${it.need}`),
      page((it) => `/needs/${it.secretNeed}`, ['other-association-member', 'mediator']),
    ],
  },
  'routes/needs_.$needId_.edit': form((it) => `/needs/${it.listeningNeed}/edit`, ['association-president']),
  'routes/needs_.$needId_.reading': only(
    (it) => `/needs/${it.need}/reading`,
    ['table-chair', 'regional-official'],
  ),
  'routes/needs_.$needId_.support': only((it) => `/needs/${it.need}/support`, 'signed-in'),
  'routes/needs_.$needId_.support_.withdrawal': only(
    (it) => `/needs/${it.need}/support/withdrawal`,
    'signed-in',
  ),
  'routes/needs_.$needId_.withdrawal': asked(
    (it) => `/needs/${it.need}/withdrawal`,
    ['association-president'],
  ),
  'routes/organisations._index': { visits: [page(() => '/organisations')] },
  'routes/organisations_.$organisationId': {
    visits: [
      page((it) => `/organisations/${it.organisation}`),
      page((it) => `/organisations/${it.pendingOrganisation}`, ['regional-official', 'coordinator']),
    ],
  },
  'routes/organisations_.$organisationId_.departure': only(
    (it) => `/organisations/${it.organisation}/departure`,
    ['association-president'],
  ),
  'routes/organisations_.$organisationId_.edit': form(
    (it) => `/organisations/${it.organisation}/edit`,
    ['association-president'],
  ),
  'routes/organisations_.$organisationId_.invitations': form(
    (it) => `/organisations/${it.organisation}/invitations`,
    ['association-president'],
  ),
  'routes/organisations_.$organisationId_.members.$personId.departure': only(
    (it) => `/organisations/${it.organisation}/members/${it.absent}/departure`,
    ['association-president'],
  ),
  'routes/organisations_.$organisationId_.rejection': form(
    (it) => `/organisations/${it.pendingOrganisation}/rejection`,
    ['regional-official', 'coordinator'],
  ),
  'routes/organisations_.$organisationId_.verification': only(
    (it) => `/organisations/${it.pendingOrganisation}/verification`,
    ['regional-official', 'coordinator'],
  ),
  'routes/organisations_.new': form(() => '/organisations/new', 'signed-in'),
  'routes/organisations_.to-verify': {
    visits: [page(() => '/organisations/to-verify', ['regional-official', 'coordinator'])],
  },
  'routes/privacy': { visits: [page(() => '/privacy')] },
  'routes/proposals._index': { visits: [page(() => '/proposals')] },
  'routes/proposals_.$proposalId': {
    visits: [page((it) => `/proposals/${it.proposal}`), page((it) => `/proposals/${it.draftProposal}`, [])],
  },
  'routes/proposals_.$proposalId_.answer': {
    visits: [page((it) => `/proposals/${it.awaitingProposal}/answer`)],
    changes: [change((it) => `/proposals/${it.awaitingProposal}/answer`, ['regional-official'])],
  },
  'routes/proposals_.$proposalId_.answer-request': {
    visits: [page((it) => `/proposals/${it.proposal}/answer-request`)],
    changes: [change((it) => `/proposals/${it.proposal}/answer-request`, chair)],
  },
  'routes/proposals_.$proposalId_.ballots_.new': form(
    (it) => `/proposals/${it.publishedProposal}/ballots/new`,
    [],
  ),
  'routes/proposals_.$proposalId_.edit': form((it) => `/proposals/${it.publishedProposal}/edit`, []),
  'routes/proposals_.$proposalId_.publication': only((it) => `/proposals/${it.proposal}/publication`, chair),
  'routes/proposals_.$proposalId_.sources': form((it) => `/proposals/${it.publishedProposal}/sources`, []),
  'routes/proposals_.$proposalId_.sources_.new': {
    visits: [page((it) => `/proposals/${it.publishedProposal}/sources/new`, [])],
  },
  'routes/proposals_.$proposalId_.sources_.removal': form(
    (it) => `/proposals/${it.publishedProposal}/sources/removal?need=${it.need}`,
    [],
  ),
  'routes/proposals_.$proposalId_.versions': { visits: [page((it) => `/proposals/${it.proposal}/versions`)] },
  'routes/proposals_.$proposalId_.withdrawal': form(
    (it) => `/proposals/${it.publishedProposal}/withdrawal`,
    [],
  ),
  'routes/proposals_.new': form((it) => `/proposals/new?consultation=${it.consultation}`, chair),
  'routes/report': form((it) => `/report?kind=need&id=${it.anothersNeed}`, 'signed-in'),
  'routes/rooms.$roomId': {
    visits: [
      page((it) => `/rooms/${it.room}`),
      page((it) => `/rooms/${it.secretRoom}`, ['other-association-member', 'mediator']),
    ],
    changes: [change((it) => `/rooms/${it.secretRoom}`, ['other-association-member', 'mediator'])],
  },
  'routes/rooms_.$roomId_.hold': form((it) => `/rooms/${it.room}/hold`, ['mediator', 'table-chair']),
  'routes/rooms_.$roomId_.keeping': {
    visits: [page((it) => `/rooms/${it.room}/keeping`, ['mediator', 'table-chair'])],
  },
  'routes/rooms_.$roomId_.recaps': {
    visits: [
      page((it) => `/rooms/${it.room}/recaps`),
      page((it) => `/rooms/${it.secretRoom}/recaps`, ['other-association-member', 'mediator']),
    ],
    changes: [change((it) => `/rooms/${it.room}/recaps`, ['mediator'])],
  },
  'routes/rooms_.$roomId_.recaps_.$recapId.withdrawal': only(
    (it) => `/rooms/${it.room}/recaps/${it.absent}/withdrawal`,
    [],
  ),
  'routes/rooms_.$roomId_.slow-mode': form(
    (it) => `/rooms/${it.room}/slow-mode`,
    ['mediator', 'table-chair'],
  ),
  'routes/rooms_.$roomId_.threads.$rootId': {
    visits: [page((it) => `/rooms/${it.room}/threads/${it.thread}`)],
    changes: [
      change(
        (it) => `/rooms/${it.secretRoom}/threads/${it.absent}`,
        ['other-association-member', 'mediator'],
      ),
    ],
  },
  'routes/seats_.$seatId': { visits: [page((it) => `/seats/${it.seat}`)] },
  'routes/seats_.$seatId_.alternate': form((it) => `/seats/${it.seat}/alternate`, chair),
  'routes/seats_.$seatId_.ending': form((it) => `/seats/${it.seat}/ending`, chair),
  'routes/seats_.$seatId_.holder': form((it) => `/seats/${it.seat}/holder`, chair),
  'routes/sign-in': {
    visits: [page(() => '/sign-in', ['guest'], /^\/$/)],
    changes: [change(() => '/sign-in', 'everyone')],
  },
  'routes/sign-in_.code': form(() => '/sign-in/code?email=a@people.test', 'everyone'),
  'routes/sign-out': only(() => '/sign-out', 'everyone'),
  'routes/statistics': { visits: [page(() => '/statistics')] },
  'routes/statistics[.]csv': { visits: [page(() => '/statistics.csv')] },
  'routes/stop.$token': form((it) => `/stop/${it.absentToken}`, []),
  'routes/surveys_.$surveyId_.exports': {
    visits: [page((it) => `/surveys/${it.closedSurvey}/exports`, chair)],
  },
  'routes/surveys_.$surveyId_.exports_.file': asked(
    (it) => `/surveys/${it.closedSurvey}/exports/file`,
    chair,
  ),
  'routes/surveys_.$surveyId_.results': { visits: [page((it) => `/surveys/${it.closedSurvey}/results`)] },
  'routes/surveys_.$surveyId_.results[.]csv': {
    visits: [page((it) => `/surveys/${it.closedSurvey}/results.csv`)],
  },
  'routes/surveys_.$surveyId_.results[.]json': {
    visits: [page((it) => `/surveys/${it.closedSurvey}/results.json`)],
  },
  'routes/surveys_.$surveyId_.results_.citations': only(
    (it) => `/surveys/${it.closedSurvey}/results/citations`,
    chair,
  ),
  'routes/surveys_.$surveyId_.results_.citations_.withdrawal': only(
    (it) => `/surveys/${it.closedSurvey}/results/citations/withdrawal`,
    chair,
  ),
  'routes/surveys_.$surveyId_.results_.publication': only(
    (it) => `/surveys/${it.closedSurvey}/results/publication`,
    chair,
  ),
  'routes/surveys_.$surveyId': form((it) => `/surveys/${it.openSurvey}`, 'everyone'),
  // Whoever holds no response on their device is led to where they can carry on with one.
  'routes/surveys_.$surveyId_.answering': asked(
    (it) => `/surveys/${it.openSurvey}/answering`,
    [],
    toResumption,
  ),
  'routes/surveys_.$surveyId_.answering_.review': asked(
    (it) => `/surveys/${it.openSurvey}/answering/review`,
    [],
    toResumption,
  ),
  'routes/surveys_.$surveyId_.answering_.saved': {
    visits: [page((it) => `/surveys/${it.openSurvey}/answering/saved`, [], toResumption)],
  },
  'routes/surveys_.$surveyId_.answering_.resumption': form(
    (it) => `/surveys/${it.openSurvey}/answering/resumption`,
    'everyone',
  ),
  'routes/surveys_.$surveyId_.answering_.thanks': {
    visits: [page((it) => `/surveys/${it.openSurvey}/answering/thanks`)],
  },
  'routes/surveys_.$surveyId_.answering_.on-behalf': form(
    (it) => `/surveys/${it.openSurvey}/answering/on-behalf`,
    [...seated, 'regional-official'],
  ),
  'routes/surveys_.$surveyId_.reminder': only((it) => `/surveys/${it.openSurvey}/reminder`, chair),
  'routes/surveys_.$surveyId_.closing': asked((it) => `/surveys/${it.openSurvey}/closing`, chair, toForm),
  'routes/surveys_.$surveyId_.codes': {
    visits: [
      page((it) => `/surveys/${it.openSurvey}/codes`, [...seated, 'table-chair', 'regional-official']),
    ],
    // For the organisation that the form names: its own representatives, and who leads the table.
    changes: [change((it) => `/surveys/${it.openSurvey}/codes`, ['association-president', 'table-chair'])],
  },
  'routes/surveys_.$surveyId_.files_.$fileId': {
    visits: [page((it) => `/surveys/${it.openSurvey}/files/${it.absent}`, [])],
  },
  'routes/surveys_.$surveyId_.form': {
    visits: [
      page((it) => `/surveys/${it.draftSurvey}/form`, chair),
      page((it) => `/surveys/${it.openSurvey}/form`, chair),
    ],
  },
  'routes/surveys_.$surveyId_.form[.]xlsx': {
    visits: [page((it) => `/surveys/${it.draftSurvey}/form.xlsx`, chair)],
  },
  'routes/surveys_.$surveyId_.form_.choices': form(
    (it) => `/surveys/${it.draftSurvey}/form/choices?list=yes_no`,
    chair,
  ),
  'routes/surveys_.$surveyId_.form_.item': form(
    (it) => `/surveys/${it.draftSurvey}/form/item?type=text`,
    chair,
  ),
  'routes/surveys_.$surveyId_.form_.languages': form(
    (it) => `/surveys/${it.draftSurvey}/form/languages`,
    chair,
  ),
  'routes/surveys_.$surveyId_.form_.place': asked((it) => `/surveys/${it.draftSurvey}/form/place`, chair),
  'routes/surveys_.$surveyId_.form_.removal': form(
    (it) => `/surveys/${it.draftSurvey}/form/removal?path=work`,
    chair,
  ),
  'routes/surveys_.$surveyId_.form_.translation': form(
    (it) => `/surveys/${it.draftSurvey}/form/translation?language=English%20(en)`,
    chair,
  ),
  'routes/surveys_.$surveyId_.form_.upload': form((it) => `/surveys/${it.draftSurvey}/form/upload`, chair),
  'routes/surveys_.$surveyId_.opening': asked((it) => `/surveys/${it.draftSurvey}/opening`, chair, toForm),
  'routes/surveys_.$surveyId_.preview': {
    visits: [page((it) => `/surveys/${it.draftSurvey}/preview`, chair)],
  },
  'routes/surveys_.$surveyId_.print': {
    visits: [
      page((it) => `/surveys/${it.openSurvey}/print`),
      page((it) => `/surveys/${it.draftSurvey}/print`, chair),
    ],
  },
  'routes/surveys_.$surveyId_.settings': form((it) => `/surveys/${it.draftSurvey}/settings`, chair),
  'routes/surveys_.$surveyId_.settings_.reference': form(
    (it) => `/surveys/${it.draftSurvey}/settings/reference`,
    chair,
  ),
  'routes/surveys_.$surveyId_.settings_.tables': form(
    (it) => `/surveys/${it.draftSurvey}/settings/tables`,
    chair,
  ),

  'routes/surveys_.$surveyId_.texts': { visits: [page((it) => `/surveys/${it.closedSurvey}/texts`, chair)] },
  'routes/surveys_.$surveyId_.texts_.grouping': only(
    (it) => `/surveys/${it.closedSurvey}/texts/grouping`,
    chair,
  ),

  'routes/surveys_.$surveyId_.whole_.sending': only(
    (it) => `/surveys/${it.openSurvey}/whole/sending`,
    'everyone',
  ),
  'routes/surveys_.$surveyId_.whole': {
    visits: [
      page((it) => `/surveys/${it.openSurvey}/whole`),
      page((it) => `/surveys/${it.draftSurvey}/whole`, []),
    ],
  },

  'routes/surveys_.$surveyId_.texts_.need': form(
    (it) => `/surveys/${it.absent}/texts/need?response=${it.absent}&question=why`,
    [],
  ),
  'routes/surveys_.$surveyId_.texts_.quotations': only(
    (it) => `/surveys/${it.closedSurvey}/texts/quotations`,
    chair,
  ),
  'routes/surveys_.$surveyId_.texts_.quotations_.removal': only(
    (it) => `/surveys/${it.closedSurvey}/texts/quotations/removal`,
    chair,
  ),
  'routes/surveys_.$surveyId_.texts_.statement': form(
    (it) => `/surveys/${it.absent}/texts/statement?response=${it.absent}&question=why`,
    [],
  ),
  'routes/surveys_.$surveyId_.texts_.themes': only((it) => `/surveys/${it.closedSurvey}/texts/themes`, chair),
  'routes/surveys_.$surveyId_.texts_.themes_.removal': only(
    (it) => `/surveys/${it.closedSurvey}/texts/themes/removal`,
    chair,
  ),
  'routes/tables._index': { visits: [page(() => '/tables')] },
  'routes/tables_.$tableId': { visits: [page((it) => `/tables/${it.table}`)] },
  'routes/tables_.$tableId_.consultations.new': form((it) => `/tables/${it.table}/consultations/new`, chair),
  'routes/tables_.$tableId_.meetings.new': form((it) => `/tables/${it.table}/meetings/new`, chair),
  'routes/tables_.$tableId_.officers': form(
    (it) => `/tables/${it.table}/officers`,
    ['table-chair', 'coordinator'],
  ),
  'routes/tables_.$tableId_.officers_.ending': only(
    (it) => `/tables/${it.table}/officers/ending`,
    ['table-chair', 'coordinator'],
  ),
  'routes/tables_.$tableId_.seats.new': form((it) => `/tables/${it.table}/seats/new`, chair),
  'routes/tables_.new': form(() => '/tables/new', overseers),
  'routes/words.$language.$areas': { visits: [page(() => '/words/it/shell+rooms')] },
}
