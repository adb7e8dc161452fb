import { beforeAll, expect, test } from 'vitest'
import type { Actor, Person } from '#server/ground.ts'
import { hide } from '#server/moderation/index.ts'
import { tellStream } from '#server/notices/index.ts'
import { actsByCapability } from '#server/platform.ts'
import { isRefusal } from '#server/refusal.ts'
import {
  parkMessage,
  pinMessage,
  putReaction,
  refuseMessage,
  setHold,
  withdrawMessage,
} from '#server/rooms/index.ts'
import { aTalk, note } from '#tests/support/talk.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

/** Every word that was taken away has this in it, and nothing else has. */
const canary = 'CANARINO'

let world: World
let readers: [string, Actor][]
let moderator: Person
/** What may be asked by each name, in every act that knows the name. */
let asked: Record<string, string[]>

/** A room in which something was said in every way that can be taken away: answered, quoted, pinned, calling on seats. */
beforeAll(async () => {
  world = await aWorld()
  const { ground } = world
  const talk = await aTalk(world)
  const { says, ana, chair, secretary, roomId, consultationId, table } = talk
  ;({ moderator } = talk)
  const organisation = await world.organisation()
  const holder = organisation.representative
  const seat = await world.seat({ tableId: table.id, organisationId: organisation.id, holder })
  const meeting = await world.meeting({
    consultation: { id: consultationId, roomId, table, answering: talk.answering },
  })
  const mentions = [seat.id]
  const root = await says(ana, 'resta')
  const gone: string[] = []
  for (const way of ['ritirato', 'nascosto', 'da parte']) {
    const first = await says(ana, `${canary} ${way}`, { mentions })
    const inThread = await says(ana, `${canary} ${way} in risposta`, { mentions, replyTo: root.id })
    await says(holder, 'rispondo', { replyTo: first.id })
    await says(holder, 'rispondo nel filo', { replyTo: inThread.id })
    await putReaction(ground, holder, { messageId: first.id, kind: 'agree' })
    gone.push(first.id, inThread.id)
  }
  await pinMessage(ground, chair, { messageId: gone[2] ?? '' })
  await setHold(ground, chair, { roomId, hold: 'on', note })
  const held = await says(ana, `${canary} aspetta`, { mentions })
  const refused = await says(ana, `${canary} rifiutato`, { mentions, replyTo: root.id })
  await refuseMessage(ground, moderator, { messageId: refused.id, reason: 'insult', note })
  for (const messageId of gone.slice(0, 2)) await withdrawMessage(ground, ana, { messageId })
  for (const subjectId of gone.slice(2, 4))
    await hide(ground, moderator, { kind: 'message', subjectId, reason: 'insult', note })
  for (const messageId of gone.slice(4)) await parkMessage(ground, moderator, { messageId, note })
  await tellStream(ground, roomId)

  const messages = [root.id, ...gone, held.id, refused.id]
  asked = {
    roomId: [roomId],
    rootId: messages,
    messageId: messages,
    subjectId: messages,
    kind: ['message', 'consultation'],
    id: [consultationId],
    consultationId: [consultationId],
    meetingId: [meeting.id],
    tableId: [table.id],
    seatId: [seat.id],
    organisationId: [organisation.id],
    after: ['0'],
    before: ['999'],
  }
  const reader = await world.person()
  const coordinator = await world.person({ roles: ['coordinator'] })
  readers = Object.entries({ guest, reader, holder, chair, secretary, coordinator })
})

const queries = [...actsByCapability].flatMap(([capability, acts]) =>
  [...acts].flatMap(([name, act]) => (act.kind === 'query' ? [[`${capability}/${name}`, act] as const] : [])),
)

/** Each way to ask an act with what is known here: every message, where it wants one, and without what it may do without. */
function waysToAsk(act: (typeof queries)[number][1]): Record<string, string>[] {
  const isKnown = (name: string) => {
    const issues = act.contract.safeParse({ [name]: 'x' }).error?.issues ?? []
    return !issues.some((issue: { code: string }) => issue.code === 'unrecognized_keys')
  }
  let ways: Record<string, string>[] = [{}]
  for (const [name, values] of Object.entries(asked)) {
    if (!isKnown(name)) continue
    ways = ways.flatMap((way) => [way, ...values.map((value) => ({ ...way, [name]: value }))])
  }
  return ways.filter((way) => act.contract.safeParse(way).success)
}

async function everythingTold(act: (typeof queries)[number][1], who: Actor): Promise<string> {
  const told: unknown[] = []
  for (const way of waysToAsk(act)) {
    const answer = await act(world.ground, who, way).catch((thrown: unknown) => {
      if (!isRefusal(thrown)) throw thrown
      return thrown.reason
    })
    told.push(answer)
  }
  return JSON.stringify(told)
}

test.each(queries)('%s tells nobody of what was taken away', async (_name, act) => {
  for (const [name, who] of readers) expect(await everythingTold(act, who), name).not.toContain(canary)
})

test('the same questions find the words where they may be read, so that finding none means something', async () => {
  const told = await Promise.all(
    queries.map(async ([name, act]) =>
      (await everythingTold(act, moderator)).includes(canary) ? [name] : [],
    ),
  )
  expect(told.flat()).toEqual(
    expect.arrayContaining(['moderation/showCase', 'rooms/showKeeping', 'rooms/showKept']),
  )
})

test('no mail was written that tells of them', async () => {
  const mails = await world.ground.db.selectFrom('mails').selectAll().execute()
  expect(JSON.stringify(mails)).not.toContain(canary)
})
