import { randomUUID } from 'node:crypto'
import { hashOf, definitionOf } from '#server/ballots/definition.ts'
import { tellTurnouts } from '#server/decisions/index.ts'
import { aMotion, asPut } from '#tests/support/deciding.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { dayFromNow } from '#tests/support/world.ts'
import type { Stage } from './event-law-stage.ts'

type Row = { ready(stage: Stage): Promise<() => Promise<unknown>> }

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

/** An open meeting with an item that runs and the table's seat taken, so that it is quorate. */
async function sitting({ as, holder, seatId, anItem }: Stage) {
  const { meetingId, itemId } = await anItem('running')
  await as(holder).floor.takePlace({ meetingId, seatId, part: 'holder' })
  return { meetingId, itemId }
}

async function moved(stage: Stage) {
  const { as, holder, seatId } = stage
  const { meetingId } = await sitting(stage)
  const { motionId } = await as(holder).decisions.moveMotion(aMotion({ meetingId }, { id: seatId }))
  return { meetingId, motionId }
}

/** A second seat with somebody on it, to support what the first one moved. */
async function movedBesideAnother(stage: Stage) {
  const { as, tableId } = stage
  const { meetingId, motionId } = await moved(stage)
  const other = await stage.organisation()
  const holder = other.representative
  const { id: seatId } = await stage.seat({ tableId, organisationId: other.id, holder })
  await as(holder).floor.takePlace({ meetingId, seatId, part: 'holder' })
  return { motionId, seatId, holder }
}

async function open(stage: Stage) {
  const { motionId } = await moved(stage)
  return stage.as(stage.chair).decisions.putMotion(asPut(motionId))
}

/** A vote of the meeting that is dated and not yet open. */
async function planned(stage: Stage, opens: number) {
  const { meetingId } = await sitting(stage)
  const { db } = stage.ground
  const proposal = await aProposal(stage, stage.consultation)
  const rules = {
    quorum: 50,
    majority: 'simple' as const,
    opensAt: new Date(Date.now() + opens * 60_000),
    closesAt: new Date(Date.now() + 60 * 60_000),
  }
  const { id } = await db
    .insertInto('ballots')
    .values({
      ...rules,
      proposalId: proposal.id,
      proposalVersion: 1,
      consultationId: stage.consultationId,
      definitionHash: hashOf(definitionOf(proposal.question, rules)),
      meetingId,
      createdBy: stage.chair.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function aTask(stage: Stage) {
  const item = await sitting(stage)
  return stage.as(stage.chair).decisions.setTask({ ...task(), ...item })
}

function task() {
  return {
    text: 'Scrivere la lettera',
    language: 'it' as const,
    office: 'Segreteria',
    dueOn: dayFromNow(9),
    clientId: randomUUID(),
  }
}

/** A meeting that is over, its draft corrected by the seat. */
async function corrected(stage: Stage) {
  const { as, chair } = stage
  const { meetingId } = await sitting(stage)
  await as(chair).meetings.closeMeeting({ meetingId })
  return as(stage.holder).minutes.askCorrection(correction(stage, meetingId))
}

function correction({ seatId }: Stage, meetingId: string) {
  return {
    meetingId,
    seatId,
    part: 'meeting' as const,
    says: 'Aperta alle nove',
    shouldSay: 'Aperta alle dieci',
    language: 'it' as const,
    clientId: randomUUID(),
  }
}

/** What a meeting decides and what its minutes say. */
export const decidingRows: Record<string, Row> = {
  'decisions.moveMotion': on(sitting, ({ as, holder, seatId }, { meetingId }) =>
    as(holder).decisions.moveMotion(aMotion({ meetingId }, { id: seatId })),
  ),
  'decisions.withdrawMotion': on(moved, ({ as, holder }, { motionId }) =>
    as(holder).decisions.withdrawMotion({ motionId }),
  ),
  'decisions.supportMotion': on(movedBesideAnother, ({ as }, { holder, ...asked }) =>
    as(holder).decisions.supportMotion(asked),
  ),
  'decisions.putMotion': on(moved, ({ as, chair }, { motionId }) =>
    as(chair).decisions.putMotion(asPut(motionId)),
  ),
  'ballots.openBallot': on(
    (stage) => planned(stage, 10),
    ({ as, chair }, ballotId) => as(chair).ballots.openBallot({ ballotId }),
  ),
  'ballots.castVote': on(
    (stage) => planned(stage, -1),
    ({ as, holder, seatId }, ballotId) =>
      as(holder).ballots.castVote({ ballotId, unit: 'seat', seatId, choice: 'for' }),
  ),
  'ballots.closeBallot': on(open, ({ as, chair }, { ballotId }) =>
    as(chair).ballots.closeBallot({ ballotId }),
  ),
  'server/decisions/tell-turnouts.ts': on(
    async (stage) => {
      const { ballotId } = await open(stage)
      const { as, holder, seatId } = stage
      await as(holder).ballots.castVote({ ballotId, unit: 'seat', seatId, choice: 'for' })
    },
    ({ ground }) => tellTurnouts(ground),
  ),
  'decisions.recordDecision': on(sitting, ({ as, chair }, { meetingId }) =>
    as(chair).decisions.recordDecision({
      meetingId,
      text: 'Il tavolo scrive alla Regione.',
      language: 'it',
      clientId: randomUUID(),
    }),
  ),
  'decisions.setTask': on(sitting, ({ as, chair }, item) =>
    as(chair).decisions.setTask({ ...task(), ...item }),
  ),
  'decisions.reportTask': on(aTask, ({ as, chair }, { taskId }) =>
    as(chair).decisions.reportTask({
      taskId,
      isDone: 'yes',
      note: 'È partita.',
      language: 'it',
      clientId: randomUUID(),
    }),
  ),
  'decisions.takeUpMessage': on(sitting, ({ as, moderator, messageId }, { meetingId }) =>
    as(moderator).decisions.takeUpMessage({ meetingId, messageId }),
  ),
  'minutes.askCorrection': on(
    async (stage) => {
      const { meetingId } = await sitting(stage)
      await stage.as(stage.chair).meetings.closeMeeting({ meetingId })
      return meetingId
    },
    (stage, meetingId) => stage.as(stage.holder).minutes.askCorrection(correction(stage, meetingId)),
  ),
  'minutes.settleCorrection': on(corrected, ({ as, chair }, { correctionId }) =>
    as(chair).minutes.settleCorrection({ correctionId, isAccepted: 'yes', reason: 'È vero.' }),
  ),
  'minutes.approveMinutes': on(
    async (stage) => {
      const { meetingId } = await sitting(stage)
      await stage.as(stage.chair).meetings.closeMeeting({ meetingId })
      await stage.ground.db
        .updateTable('meetings')
        .set({
          openedAt: new Date(Date.now() - 9 * 86_400_000),
          closedAt: new Date(Date.now() - 8 * 86_400_000),
        })
        .where('id', '=', meetingId)
        .execute()
      return { meetingId, inMeetingId: (await sitting(stage)).meetingId }
    },
    ({ as, chair }, asked) => as(chair).minutes.approveMinutes(asked),
  ),
}
