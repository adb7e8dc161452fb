import { randomUUID } from 'node:crypto'
import { dayFromNow } from '#tests/support/world.ts'
import { decidingRows } from './event-law-deciding.ts'
import { floorRows } from './event-law-floor.ts'
import { talkRows } from './event-law-talk.ts'
import { paper, type Stage } from './event-law-stage.ts'

/** Makes ready what the act needs on the stage, if anything, and answers how the act is then done. */
type Row = { ready(stage: Stage): Promise<() => Promise<unknown>> }

function act(perform: (stage: Stage) => Promise<unknown>): Row {
  return { ready: async (stage) => () => perform(stage) }
}

/** For an act on something that is not on every stage. */
function on<Thing>(
  make: (stage: Stage) => Promise<Thing>,
  perform: (stage: Stage, thing: Thing) => Promise<unknown>,
): Row {
  return {
    ready: async (stage) => {
      const thing = await make(stage)
      return () => perform(stage, thing)
    },
  }
}

const note = 'Non si parla così.'

/** One row for every act that changes a room. Whoever adds such an act adds its row. */
export const rows: Record<string, Row> = {
  ...floorRows,
  'rooms.postMessage': act(({ says, ana, messageId }) => says(ana, 'un’altra cosa', messageId)),
  'rooms.editMessage': act(({ as, ana, messageId }) =>
    as(ana).rooms.editMessage({ messageId, text: 'la prima, detta meglio' }),
  ),
  'rooms.withdrawMessage': act(({ as, ana, messageId }) => as(ana).rooms.withdrawMessage({ messageId })),

  'moderation.hide': act(({ as, moderator, messageId }) =>
    as(moderator).moderation.hide({ kind: 'message', subjectId: messageId, reason: 'insult', note }),
  ),
  'moderation.restore': act(({ as, moderator, hiddenId }) =>
    as(moderator).moderation.restore({ kind: 'message', subjectId: hiddenId, note: 'Riletto.' }),
  ),

  'consultations.admitMember': act(({ as, chair, consultationId }) =>
    as(chair).consultations.admitMember({ consultationId, email: `${randomUUID()}@people.test` }),
  ),
  'consultations.removeMember': act(({ as, chair, consultationId, bruno }) =>
    as(chair).consultations.removeMember({ consultationId, personId: bruno.id }),
  ),
  'consultations.closeConsultation': act(({ as, chair, consultationId }) =>
    as(chair).consultations.closeConsultation({ consultationId }),
  ),

  'tables.endOfficer': act(({ as, chair, tableId, secretary }) =>
    as(chair).tables.endOfficer({ tableId, personId: secretary.id, office: 'secretary' }),
  ),
  'tables.endSeat': act(({ as, chair, seatId }) =>
    as(chair).tables.endSeat({ seatId, endsOn: dayFromNow(-1), reason: 'Ha lasciato il tavolo.' }),
  ),
  'tables.nameHolder': act(({ as, chair, seatId, newcomer, mandate }) =>
    as(chair).tables.nameHolder({ seatId, personId: newcomer.id, ...mandate }),
  ),
  'tables.nameAlternate': act(({ as, chair, seatId, newcomer, mandate }) =>
    as(chair).tables.nameAlternate({ seatId, personId: newcomer.id, ...mandate }),
  ),
  'organisations.endMembership': act(({ as, holder, organisationId, deputy }) =>
    as(holder).organisations.endMembership({ organisationId, personId: deputy.id }),
  ),
  'organisations.leaveOrganisation': act(({ as, deputy, organisationId }) =>
    as(deputy).organisations.leaveOrganisation({ organisationId }),
  ),
  'organisations.rejectOrganisation': on(
    ({ person }) => person({ roles: ['coordinator'] }),
    ({ as, organisationId }, coordinator) =>
      as(coordinator).organisations.rejectOrganisation({ organisationId, reason: 'Non risponde più.' }),
  ),

  'meetings.callMeeting': act(({ as, chair, consultationId, calling }) =>
    as(chair).meetings.callMeeting({ consultationId, ...calling }),
  ),
  'meetings.editMeeting': on(
    ({ aMeeting }) => aMeeting('called'),
    ({ as, chair, calling: { clientId: _again, ...calling } }, meetingId) =>
      as(chair).meetings.editMeeting({ meetingId, ...calling, titleIt: 'La scuola' }),
  ),
  'meetings.cancelMeeting': on(
    ({ aMeeting }) => aMeeting('called'),
    ({ as, chair }, meetingId) => as(chair).meetings.cancelMeeting({ meetingId, reason: 'Non si può.' }),
  ),
  'meetings.openMeeting': on(
    ({ aMeeting }) => aMeeting('called'),
    ({ as, chair }, meetingId) => as(chair).meetings.openMeeting({ meetingId }),
  ),
  'meetings.startItem': on(
    ({ anItem }) => anItem('waiting'),
    ({ as, chair }, item) => as(chair).meetings.startItem(item),
  ),
  'meetings.pauseItem': on(
    ({ anItem }) => anItem('running'),
    ({ as, chair }, item) => as(chair).meetings.pauseItem(item),
  ),
  'meetings.resumeItem': on(
    ({ anItem }) => anItem('paused'),
    ({ as, chair }, item) => as(chair).meetings.resumeItem(item),
  ),
  'meetings.closeItem': on(
    ({ anItem }) => anItem('running'),
    ({ as, chair }, item) =>
      as(chair).meetings.closeItem({ ...item, endedAs: 'agreed', clientId: randomUUID() }),
  ),
  'meetings.closeMeeting': on(
    ({ anItem }) => anItem('running'),
    ({ as, chair }, { meetingId }) => as(chair).meetings.closeMeeting({ meetingId, running: 'carry' }),
  ),
  'meetings.addItem': on(
    ({ aMeeting }) => aMeeting('called'),
    ({ as, chair }, meetingId) =>
      as(chair).meetings.addItem({ meetingId, title: 'Il trasporto', minutes: 10, clientId: randomUUID() }),
  ),
  'meetings.editItem': on(
    ({ anItem }) => anItem('waiting'),
    ({ as, chair }, item) => as(chair).meetings.editItem({ ...item, title: 'La casa', minutes: 25 }),
  ),
  'meetings.moveItem': on(
    ({ anItem }) => anItem('waiting'),
    ({ as, chair }, item) => as(chair).meetings.moveItem({ ...item, to: 2 }),
  ),
  'meetings.removeItem': on(
    ({ anItem }) => anItem('waiting'),
    ({ as, chair }, item) => as(chair).meetings.removeItem(item),
  ),
  'meetings.carryItem': on(
    async ({ anItem, aMeeting }) => ({
      ...(await anItem('waiting')),
      toMeetingId: await aMeeting('called'),
    }),
    ({ as, chair }, item) => as(chair).meetings.carryItem(item),
  ),
  'meetings.takeCarriedItem': on(
    async ({ as, chair, anItem, aMeeting }) => {
      const { meetingId, itemId } = await anItem('waiting')
      await as(chair).meetings.carryItem({ meetingId, itemId })
      return { itemId, meetingId: await aMeeting('called') }
    },
    ({ as, chair }, item) => as(chair).meetings.takeCarriedItem({ ...item, clientId: randomUUID() }),
  ),
  'meetings.addPaper': on(
    ({ anItem }) => anItem('waiting'),
    ({ as, chair }, item) => as(chair).meetings.addPaper({ ...item, ...paper, clientId: randomUUID() }),
  ),
  'meetings.editPaper': on(
    ({ aPaper }) => aPaper(),
    ({ as, chair }, { paperId, ...item }) =>
      as(chair).meetings.editPaper({ ...item, paperId, ...paper, titleAr: 'ورقة', textAr: 'نص' }),
  ),
  'meetings.removePaper': on(
    ({ aPaper }) => aPaper(),
    ({ as, chair }, asked) => as(chair).meetings.removePaper(asked),
  ),

  ...decidingRows,
  ...talkRows,
}
