import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { castVote, closeBallot } from '#server/ballots/index.ts'
import { answerCheck, closeCheck, openCheck } from '#server/checks/index.ts'
import {
  moveMotion,
  putMotion,
  recordDecision,
  setTask,
  supportMotion,
  takeUpMessage,
  withdrawMotion,
} from '#server/decisions/index.ts'
import { giveFloor, leavePlace, raiseHand, sendApologies, takeFloor, takePlace } from '#server/floor/index.ts'
import type { Person } from '#server/ground.ts'
import {
  addItem,
  callMeeting,
  closeItem,
  closeMeeting,
  openMeeting,
  pauseItem,
  resumeItem,
  startItem,
} from '#server/meetings/index.ts'
import type { MinutesContent } from '#server/minutes/contract.ts'
import { showMinutes } from '#server/minutes/index.ts'
import { postMessage } from '#server/rooms/index.ts'
import { aMotion, asPut } from '#tests/support/deciding.ts'
import { aWorld, dayFromNow, guest } from '#tests/support/world.ts'

const world = await aWorld()
const { ground } = world
const began = new Date(`${dayFromNow(2)}T09:00:00.000Z`)
/** Minutes and seconds after the beginning. */
const at = (minute: number, second = 0) => new Date(began.getTime() + (minute * 60 + second) * 1000)
const iso = (minute: number, second = 0) => at(minute, second).toISOString()
const then = (minute: number, second = 0) => ground.setNow(at(minute, second))

type Seat = { id: string; holder: Person; alternate: Person; name: string; organisationId: string }
let content: MinutesContent

async function aSeat(tableId: string, name: string, kind: 'voting' | 'consultative'): Promise<Seat> {
  const organisation = await world.organisation({ name })
  const holder = organisation.representative
  const alternate = await world.person({ name: `Supplente ${name}` })
  const { id } = await world.seat({ tableId, organisationId: organisation.id, kind, holder, alternate })
  return { id, holder, alternate, name, organisationId: organisation.id }
}

/** A meeting from its call to its close, lived through the acts by the minute. */
async function live(showsNames: boolean): Promise<string> {
  ground.setNow(null)
  const consultation = await world.consultation()
  const { table, roomId, id: consultationId } = consultation
  const { chair, moderator } = table
  const [north, south] = [await aSeat(table.id, 'A Nord', 'voting'), await aSeat(table.id, 'B Sud', 'voting')]
  const [east, west] = [await aSeat(table.id, 'C Est', 'voting'), await aSeat(table.id, 'D Ovest', 'voting')]
  const guests = await aSeat(table.id, 'E Ospiti', 'consultative')
  const { meetingId } = await callMeeting(ground, chair, {
    consultationId,
    titleIt: 'Casa e trasporti',
    titleEn: 'Homes and transport',
    startsAt: iso(0),
    endsAt: iso(120),
    place: 'Sala rossa',
    languages: ['it'],
    quorum: 50,
    ...(showsNames ? { showsNames: 'yes' as const } : {}),
    clientId: randomUUID(),
  })
  const item = async (title: string, minutes: number) =>
    (await addItem(ground, chair, { meetingId, title, language: 'it', minutes, clientId: randomUUID() }))
      .itemId
  const [homes, transport, never] = [
    await item('La casa', 30),
    await item('I trasporti', 20),
    await item('Varie', 5),
  ]
  await sendApologies(ground, west.holder, { meetingId, seatId: west.id, note: 'Sono in viaggio' })

  then(1)
  await openMeeting(ground, chair, { meetingId })
  const comes = (seat: Seat, part: 'holder' | 'alternate') =>
    takePlace(ground, part === 'holder' ? seat.holder : seat.alternate, { meetingId, seatId: seat.id, part })
  then(2)
  await comes(north, 'holder')
  then(3)
  await comes(south, 'alternate')
  await comes(guests, 'holder')

  then(5)
  await startItem(ground, chair, { meetingId, itemId: homes })
  const speaks = async (seat: Seat, who: Person, from: [number, number], to: [number, number]) => {
    then(...from)
    await raiseHand(ground, who, { meetingId, seatId: seat.id, kind: 'speak', clientId: randomUUID() })
    const { turnId } = await giveFloor(ground, chair, { meetingId, seatId: seat.id })
    then(...to)
    await takeFloor(ground, chair, { meetingId, turnId })
  }
  await speaks(north, north.holder, [6, 0], [7, 30])
  await speaks(guests, guests.holder, [8, 0], [8, 40])
  await speaks(north, north.holder, [9, 0], [9, 15])
  then(10)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a room's message, not a window's
  const { id: messageId } = await postMessage(ground, north.holder, {
    roomId,
    text: 'Le case ci sono, mancano i contratti.',
    language: 'it',
    organisationId: north.organisationId,
    clientId: randomUUID(),
  })
  await takeUpMessage(ground, moderator, { meetingId, messageId })
  then(12)
  await pauseItem(ground, chair, { meetingId, itemId: homes })
  then(14)
  await resumeItem(ground, chair, { meetingId, itemId: homes })

  then(15)
  const { checkId } = await openCheck(ground, chair, {
    meetingId,
    kind: 'temperature',
    unit: 'seat',
    question: 'Si chiede un bando?',
    language: 'it',
    options: [],
    seconds: 60,
    clientId: randomUUID(),
  })
  await answerCheck(ground, north.holder, { meetingId, checkId, choice: 0, seatId: north.id })
  await answerCheck(ground, south.alternate, { meetingId, checkId, choice: 2, seatId: south.id })
  then(16)
  await closeCheck(ground, chair, { meetingId, checkId })

  then(17)
  const motion = await moveMotion(ground, north.holder, aMotion({ meetingId }, north))
  const taken = await moveMotion(
    ground,
    south.alternate,
    aMotion({ meetingId }, south, { text: 'Che si rinvii tutto.' }),
  )
  await withdrawMotion(ground, south.alternate, { motionId: taken.motionId })
  await supportMotion(ground, south.alternate, { motionId: motion.motionId, seatId: south.id })
  then(18)
  const { ballotId } = await putMotion(ground, chair, asPut(motion.motionId, { quorum: 50, minutes: 10 }))
  then(19)
  const votes = (seat: Seat, who: Person, choice: 'for' | 'against', reason = '') =>
    castVote(ground, who, { ballotId, unit: 'seat', seatId: seat.id, choice, reason })
  await votes(north, north.holder, 'for')
  await votes(south, south.alternate, 'against', 'Costa troppo')
  await votes(east, east.holder, 'for')
  await castVote(ground, north.holder, { ballotId, unit: 'person', choice: 'for' })
  then(20)
  await closeBallot(ground, chair, { ballotId })
  const { id: decisionId } = await ground.db
    .selectFrom('decisions')
    .where('ballotId', '=', ballotId)
    .select('id')
    .executeTakeFirstOrThrow()
  const task = { meetingId, language: 'it' as const, dueOn: dayFromNow(30), clientId: randomUUID() }
  await setTask(ground, chair, {
    ...task,
    decisionId,
    text: 'Scrivere alla Regione',
    office: 'Segreteria',
    reviewOn: dayFromNow(60),
  })
  then(21)
  await closeItem(ground, chair, {
    meetingId,
    itemId: homes,
    endedAs: 'decided',
    outcome: 'Si scrive alla Regione.',
    clientId: randomUUID(),
  })

  then(22)
  await startItem(ground, chair, { meetingId, itemId: transport })
  await leavePlace(ground, south.alternate, { meetingId, seatId: south.id })
  then(23)
  await comes(south, 'holder')
  await recordDecision(ground, chair, {
    meetingId,
    text: 'Si invita l’azienda dei trasporti.',
    language: 'it',
    clientId: randomUUID(),
  })
  then(25)
  await startItem(ground, chair, { meetingId, itemId: never })
  then(26)
  await pauseItem(ground, chair, { meetingId, itemId: never })
  const last = await moveMotion(
    ground,
    north.holder,
    aMotion({ meetingId }, north, { text: 'Che ci si riveda presto.' }),
  )
  expect(last.number).toBe(3)
  then(30)
  await closeMeeting(ground, chair, { meetingId, running: 'carry' })
  return meetingId
}

beforeAll(async () => {
  const meetingId = await live(false)
  then(31)
  content = (await showMinutes(ground, guest, { meetingId })).content
}, 60_000)

test('the meeting, its table and its quorum are as they were', () => {
  expect(content.meeting).toMatchObject({
    number: 1,
    title: { it: 'Casa e trasporti', en: 'Homes and transport' },
    place: 'Sala rossa',
    plannedFrom: iso(0),
    plannedTo: iso(120),
    openedAt: iso(1),
    closedAt: iso(30),
    showsNames: false,
  })
  expect(content.table.name['it']).toBe('Tavolo di prova')
  expect(content.officers).toEqual([
    { office: 'chair', name: null },
    { office: 'secretary', name: null },
  ])
  expect(content.quorum).toEqual({
    percent: 50,
    voting: 4,
    needed: 2,
    presentAtOpening: 0,
    reachedAt: iso(3),
  })
  expect([content.number, content.year, content.approvedOn]).toEqual([null, null, null])
})

function stay(by: string, cameAt: string, leftAt: string) {
  return { by, name: null, cameAt, leftAt }
}

test('who was there is told by seat, with when it came and left, and never by name', () => {
  expect(
    content.presence.map(({ organisation, hasApologised, stays }) => ({
      organisation,
      hasApologised,
      stays,
    })),
  ).toEqual([
    { organisation: 'A Nord', hasApologised: false, stays: [stay('holder', iso(2), iso(30))] },
    {
      organisation: 'B Sud',
      hasApologised: false,
      stays: [stay('alternate', iso(3), iso(22)), stay('holder', iso(23), iso(30))],
    },
    { organisation: 'C Est', hasApologised: false, stays: [] },
    { organisation: 'D Ovest', hasApologised: true, stays: [] },
    { organisation: 'E Ospiti', hasApologised: false, stays: [stay('holder', iso(3), iso(30))] },
  ])
  expect(JSON.stringify(content)).not.toMatch(/Rappresentante|Supplente|Presidente|in viaggio/)
})

test('each item says when it ran, who spoke and for how long, and what came of it', () => {
  const [homes, transport, never] = content.items
  expect(homes).toMatchObject({
    position: 1,
    title: 'La casa',
    plannedMinutes: 30,
    state: 'closed',
    ran: [
      { from: iso(5), to: iso(12) },
      { from: iso(14), to: iso(21) },
    ],
    seconds: 14 * 60,
    endedAs: 'decided',
    outcome: { text: 'Si scrive alla Regione.', language: 'it' },
    speakers: [
      { organisation: 'A Nord', turns: 2, seconds: 105, names: [] },
      { organisation: 'E Ospiti', turns: 1, seconds: 40, names: [] },
    ],
    statements: [
      { organisation: 'A Nord', name: null, text: 'Le case ci sono, mancano i contratti.', saidAt: iso(10) },
    ],
    checks: [
      {
        kind: 'temperature',
        unit: 'seat',
        text: 'Si chiede un bando?',
        openedAt: iso(15),
        closedAt: iso(16),
        options: ['agree', 'unsure', 'concerned'],
        counts: [1, 0, 1],
        total: 2,
      },
    ],
    tasks: [
      {
        text: 'Scrivere alla Regione',
        office: 'Segreteria',
        dueOn: dayFromNow(30),
        reviewOn: dayFromNow(60),
        from: { text: 'Che il tavolo chieda una corsa in più la mattina.' },
      },
    ],
    decisions: [],
  })
  expect(transport).toMatchObject({
    title: 'I trasporti',
    state: 'carried',
    ran: [{ from: iso(22), to: iso(25) }],
    seconds: 180,
    decisions: [
      {
        text: 'Si invita l’azienda dei trasporti.',
        at: iso(23),
        quorum: { present: 2, needed: 2, voting: 4 },
      },
    ],
    motions: [],
  })
  expect(never).toMatchObject({ title: 'Varie', state: 'carried', ran: [{ from: iso(25), to: iso(26) }] })
})

test('motions say how they ended, and the vote its rules, its quorum, its tallies and the minority’s reason', () => {
  const [put, withdrawn] = content.items[0]?.motions ?? []
  expect(put).toMatchObject({
    number: 1,
    organisation: 'A Nord',
    name: null,
    movedAt: iso(17),
    supports: ['B Sud'],
    ending: 'put',
    votes: [
      {
        openedAt: iso(18),
        closedAt: iso(20),
        present: { present: 2, needed: 2, voting: 4 },
        quorum: 50,
        majority: 'simple',
        seatsOnRoll: 4,
        outcome: 'approved',
        seats: { for: 2, against: 1, abstain: 0 },
        persons: { total: null, cells: [null, null, null] },
        seatVotes: [
          { organisation: 'A Nord', choice: 'for' },
          { organisation: 'B Sud', choice: 'against' },
          { organisation: 'C Est', choice: 'for' },
          { organisation: 'D Ovest', choice: null },
        ],
        minority: [{ organisation: 'B Sud', reason: 'Costa troppo' }],
      },
    ],
  })
  expect(withdrawn).toMatchObject({ number: 2, organisation: 'B Sud', ending: 'withdrawn', votes: [] })
  expect(content.items[2]?.motions).toMatchObject([{ number: 3, ending: 'lapsed', votes: [] }])
})

test('where the meeting’s rules show names, the same meeting names those who were there and spoke', async () => {
  const meetingId = await live(true)
  const named = (await showMinutes(ground, guest, { meetingId })).content
  expect(named.officers).toEqual([
    { office: 'chair', name: 'Presidente' },
    { office: 'secretary', name: 'Segreteria' },
  ])
  expect(named.presence[1]?.stays.map(({ name }) => name)).toEqual(['Supplente B Sud', 'Rappresentante'])
  expect(named.items[0]?.speakers[0]?.names).toEqual(['Rappresentante'])
  expect(named.items[0]?.statements[0]?.name).toBe('Rappresentante')
  expect(named.items[0]?.motions[1]?.name).toBe('Supplente B Sud')
}, 60_000)
