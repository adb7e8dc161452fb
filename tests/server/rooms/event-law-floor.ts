import { randomUUID } from 'node:crypto'
import { tellChecks } from '#server/checks/index.ts'
import { lapsePlaces } from '#server/floor/index.ts'
import type { Stage } from './event-law-stage.ts'

type Row = { ready(stage: Stage): Promise<() => Promise<unknown>> }

/** For an act on something that must have happened first. */
function after<Thing>(
  first: (stage: Stage) => Promise<Thing>,
  perform: (stage: Stage, thing: Thing) => Promise<unknown>,
): Row {
  return {
    ready: async (stage) => {
      const thing = await first(stage)
      return () => perform(stage, thing)
    },
  }
}

const open = async ({ aMeeting, seatId }: Stage) => ({ meetingId: await aMeeting('open'), seatId })

async function present(stage: Stage) {
  const place = await open(stage)
  await stage.as(stage.holder).floor.takePlace({ ...place, part: 'holder' })
  return place
}

async function handUp(stage: Stage) {
  const place = await present(stage)
  await stage.as(stage.holder).floor.raiseHand({ ...place, kind: 'speak', clientId: randomUUID() })
  return place
}

async function speaking(stage: Stage) {
  const place = await handUp(stage)
  const { turnId } = await stage.as(stage.chair).floor.giveFloor(place)
  return { meetingId: place.meetingId, turnId }
}

async function apologised(stage: Stage) {
  const place = await open(stage)
  await stage.as(stage.holder).floor.sendApologies({ ...place, note: 'Sono in viaggio.' })
  return place
}

const question = {
  kind: 'temperature' as const,
  unit: 'seat' as const,
  question: 'Siamo pronti?',
  language: 'it' as const,
  seconds: 60,
}

async function asked(stage: Stage) {
  const { meetingId, seatId } = await present(stage)
  const { checkId } = await stage
    .as(stage.chair)
    .checks.openCheck({ meetingId, ...question, options: [], clientId: randomUUID() })
  return { meetingId, seatId, checkId }
}

export const floorRows: Record<string, Row> = {
  'floor.takePlace': after(open, ({ as, holder }, place) =>
    as(holder).floor.takePlace({ ...place, part: 'holder' }),
  ),
  'floor.leavePlace': after(present, ({ as, holder }, place) => as(holder).floor.leavePlace(place)),
  'floor.sendApologies': after(open, ({ as, holder }, place) =>
    as(holder).floor.sendApologies({ ...place, note: 'Sono in viaggio.' }),
  ),
  'floor.withdrawApologies': after(apologised, ({ as, deputy }, place) =>
    as(deputy).floor.withdrawApologies(place),
  ),
  'floor.raiseHand': after(present, ({ as, holder }, place) =>
    as(holder).floor.raiseHand({ ...place, kind: 'question', clientId: randomUUID() }),
  ),
  'floor.lowerHand': after(handUp, ({ as, chair }, place) => as(chair).floor.lowerHand(place)),
  'floor.giveFloor': after(handUp, ({ as, chair }, place) => as(chair).floor.giveFloor(place)),
  'floor.takeFloor': after(speaking, ({ as, holder }, turn) => as(holder).floor.takeFloor(turn)),
  'floor.pauseFloor': after(speaking, ({ as, chair }, turn) => as(chair).floor.pauseFloor(turn)),
  'floor.resumeFloor': after(
    async (stage) => {
      const turn = await speaking(stage)
      await stage.as(stage.chair).floor.pauseFloor(turn)
      return turn
    },
    ({ as, secretary }, turn) => as(secretary).floor.resumeFloor(turn),
  ),
  'server/floor/lapse-places.ts': after(
    async (stage) => {
      await handUp(stage)
      await stage.ground.db
        .updateTable('seatPresences')
        .set({ seenUntil: new Date(Date.now() - 1_000) })
        .where('seatId', '=', stage.seatId)
        .execute()
    },
    ({ ground }) => lapsePlaces(ground),
  ),
  'checks.openCheck': after(present, ({ as, chair }, { meetingId }) =>
    as(chair).checks.openCheck({ meetingId, ...question, options: [], clientId: randomUUID() }),
  ),
  'checks.closeCheck': after(asked, ({ as, chair }, { meetingId, checkId }) =>
    as(chair).checks.closeCheck({ meetingId, checkId }),
  ),
  'server/checks/tell-checks.ts': after(
    async (stage) => {
      const { meetingId, seatId, checkId } = await asked(stage)
      await stage.as(stage.holder).checks.answerCheck({ meetingId, checkId, seatId, choice: 1 })
    },
    ({ ground }) => tellChecks(ground),
  ),
}
