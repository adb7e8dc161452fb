import { randomUUID } from 'node:crypto'
import { expect, inject, test, vi } from 'vitest'
import type { Person } from '#server/ground.ts'
import { appointOfficial, endOfficial } from '#server/officials/index.ts'
import { endOtherSessions, endSession, signOut } from '#server/people/index.ts'
import { hashToken, newToken } from '#server/people/secrets.ts'
import { approveMessage, postMessage, setHold, showKeeping } from '#server/rooms/index.ts'
import { endOfficer } from '#server/tables/index.ts'
import { aListener, aLiveNode, type LiveNode } from '#tests/support/live.ts'
import { aWorld, type World } from '#tests/support/world.ts'

const redisUrl = inject('redisUrl')

async function anotherSession<Who extends Person>(
  { ground }: World,
  who: Who,
): Promise<Who & { token: string }> {
  const token = newToken()
  const { id: sessionId } = await ground.db
    .insertInto('sessions')
    .values({
      personId: who.id,
      tokenHash: hashToken(token),
      expiresAt: new Date(Date.now() + 86_400_000),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { ...who, token, sessionId }
}

/** Connections that are inside the room, by turns through each node, and when each was closed. */
async function connected(nodes: LiveNode[], who: { token: string } | null, count: number, roomId: string) {
  const closedAt: number[] = []
  const listeners = Array.from({ length: count }, (_, index) => {
    const node = nodes[index % nodes.length]
    if (!node) throw new Error('no node')
    return aListener(node, who)
  })
  for (const each of listeners) {
    expect(await each.enter({ roomId })).toHaveProperty('seq')
    each.socket.once('disconnect', () => void closedAt.push(performance.now()))
  }
  return {
    open: () => listeners.filter(({ socket }) => socket.connected).length,
    /** How long after a moment the last of them was closed, but for one in a hundred. */
    p99: (since: number) =>
      (closedAt.toSorted((a, b) => a - b)[Math.ceil(count * 0.99) - 1] ?? Infinity) - since,
    allClosed: () => vi.waitFor(() => expect(closedAt).toHaveLength(count), { timeout: 8_000, interval: 10 }),
    enter: (asked: unknown) => Promise.all(listeners.map((each) => each.enter(asked))),
    close: () => listeners.forEach((each) => each.close()),
  }
}

/** Forty-eight connections of a person's four sessions, and those of others: whoever acts at which node ends what. */
async function aCrowd(world: World, nodes: LiveNode[], counts: { theirs: number; others: number }) {
  const { roomId } = await world.consultation()
  const ana = await world.person()
  const sessions = [ana]
  while (sessions.length < 4) sessions.push(await anotherSession(world, ana))
  const theirs = []
  for (const session of sessions) theirs.push(await connected(nodes, session, counts.theirs, roomId))
  const others = [
    await connected(nodes, await world.person(), counts.others, roomId),
    await connected(nodes, null, counts.others, roomId),
  ]
  const othersStay = () => expect(others.map((each) => each.open())).toEqual([counts.others, counts.others])
  return { roomId, ana, theirs, others, othersStay }
}

test.skipIf(!redisUrl)(
  'connections of ended sessions are closed on every node within a second, and no others',
  async () => {
    const world = await aWorld()
    const nodes = [await aLiveNode(world.ground, redisUrl), await aLiveNode(world.ground, redisUrl)]
    const [one] = nodes as [LiveNode]
    const { roomId, ana, theirs, others, othersStay } = await aCrowd(world, nodes, { theirs: 14, others: 6 })
    const [here, ...elsewhere] = theirs

    await endOtherSessions(one.ground, ana, {})
    const ended = performance.now()
    await Promise.all(elsewhere.map((each) => each.allClosed()))
    for (const each of elsewhere) expect(each.p99(ended)).toBeLessThan(1_000)
    expect(here?.open()).toBe(14)
    othersStay()

    // An office that is given ends the session that was left, and one that is taken those made since.
    const by = await world.person({ roles: ['administrator'] })
    await appointOfficial(one.ground, by, { email: ana.email, office: '19' })
    const given = performance.now()
    await here?.allClosed()
    expect(here?.p99(given)).toBeLessThan(1_000)
    const since = await connected(nodes, await anotherSession(world, ana), 40, roomId)
    await endOfficial(one.ground, by, { personId: ana.id, office: '19' })
    const taken = performance.now()
    await since.allClosed()
    expect(since.p99(taken)).toBeLessThan(1_000)

    // Of one device alone, by its own hand or from another one.
    const [phone, desk] = [await anotherSession(world, ana), await anotherSession(world, ana)]
    const [onPhone, onDesk] = [
      await connected(nodes, phone, 4, roomId),
      await connected(nodes, desk, 4, roomId),
    ]
    await endSession(one.ground, desk, { sessionId: phone.sessionId })
    const left = performance.now()
    await onPhone.allClosed()
    expect(onPhone.p99(left)).toBeLessThan(1_000)
    expect(onDesk.open()).toBe(4)
    await signOut(one.ground, desk, {})
    const out = performance.now()
    await onDesk.allClosed()
    expect(onDesk.p99(out)).toBeLessThan(1_000)
    othersStay()
    for (const each of others) each.close()
    for (const each of nodes) await each.close()
  },
  60_000,
)

test('without a doorbell connections are closed within five seconds, and may enter nothing meanwhile', async () => {
  const world = await aWorld()
  const { ground } = world
  const nodes = [await aLiveNode(ground), await aLiveNode(ground)]
  const [one] = nodes as [LiveNode]
  const { roomId, ana, theirs, others, othersStay } = await aCrowd(world, nodes, { theirs: 10, others: 2 })
  const by = await world.person({ roles: ['administrator'] })
  await ground.db.insertInto('territoryOfficials').values({ personId: ana.id, territoryCode: '19' }).execute()
  const next = await world.consultation()
  // On a ground whose bell these nodes do not hear: as if it had been done on another node, Redis away.
  await endOfficial(ground, by, { personId: ana.id, office: '19' })
  const taken = performance.now()
  for (const each of theirs)
    for (const answer of await each.enter({ roomId: next.roomId }))
      expect(answer).toEqual({ refusal: 'unseen' })
  await Promise.all(theirs.map((each) => each.allClosed()))
  for (const each of theirs) expect(each.p99(taken)).toBeLessThan(5_000)
  othersStay()
  for (const each of others) each.close()
  // With what is left of the session one comes back as nobody.
  const back = aListener(one, ana)
  await back.enter({ roomId })
  await vi.waitFor(() => expect(back.state.people).toBe(1), { timeout: 5_000 })
  back.close()
  for (const each of nodes) await each.close()
}, 60_000)

for (const bell of ['Redis', 'the sweep, as when Redis is stopped'] as const) {
  test.skipIf(bell === 'Redis' && !redisUrl)(
    `a moderator who is one no more is told nothing further through the connection that is still open, by ${bell}`,
    async () => {
      const { ground, person, consultation, table } = await aWorld()
      const its = await table()
      const secret = await consultation({ visibility: 'members', table: its })
      const open = await consultation({ table: its })
      const url = bell === 'Redis' ? redisUrl : undefined
      const [one, other] = [await aLiveNode(ground, url), await aLiveNode(ground, url)]
      const { chair, moderator } = its
      const [author, another] = [await person(), await person()]
      const office = { tableId: its.id, personId: another.id, office: 'moderator' as const }
      await ground.db.insertInto('tableOfficers').values(office).execute()
      const says = (who: Person, roomId: string, text: string) =>
        postMessage(one.ground, who, { roomId, text, language: 'it', clientId: randomUUID() })
      await setHold(one.ground, chair, { roomId: open.roomId, hold: 'on', note: 'Si scalda.' })
      const [was, stays] = [aListener(other, moderator), aListener(other, another)]
      for (const each of [was, stays])
        for (const { roomId } of [secret, open]) expect(await each.enter({ roomId })).toHaveProperty('seq')
      await says(author, open.roomId, 'TRATTENUTO PRIMA')
      await says(chair, secret.roomId, 'Per i membri, prima')
      await showKeeping(ground, moderator, { roomId: open.roomId })

      await endOfficer(one.ground, chair, { tableId: its.id, personId: moderator.id, office: 'moderator' })
      const held = await says(author, open.roomId, 'TRATTENUTO DOPO')
      for (let index = 0; index < 10; index += 1) await says(chair, secret.roomId, `CANARINO ${index}`)
      await approveMessage(one.ground, another, { messageId: held.id })

      await vi.waitFor(() => expect(stays.everything()).toContain('CANARINO 9'), { timeout: 8_000 })
      // What everybody in the open room is told comes to them as to everybody, once it was let in.
      await vi.waitFor(() => expect(was.everything()).toContain('TRATTENUTO DOPO'), { timeout: 8_000 })
      expect(was.socket.connected).toBe(true)
      expect(was.everything()).toContain('Per i membri, prima')
      expect(was.state.removed).toBe(true)
      expect(was.everything()).not.toContain('CANARINO')
      for (const each of [was, stays]) expect(each.everything()).not.toContain('TRATTENUTO PRIMA')
      expect(await was.enter({ roomId: secret.roomId, after: 0 })).toEqual({ refusal: 'unseen' })
      await expect(showKeeping(ground, moderator, { roomId: open.roomId })).rejects.toMatchObject({
        kind: 'forbidden',
      })
      was.close()
      stays.close()
      await one.close()
      await other.close()
    },
    30_000,
  )
}
