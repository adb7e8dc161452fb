import { pause } from '#tests/bench/processes.ts'
import { asked } from '#tests/bench/scratch.ts'
import type { Stage } from '../place/stage.ts'
import { openActs } from './acts.ts'
import { openClient, type Client } from './client.ts'

export type Crowd = Awaited<ReturnType<typeof gather>>

/** One in so many comes by the bad line, so that each room has somebody who does. */
const poorEvery = 20

/** Everybody opens their room, half of them by each node, and acts at an even pace while `load` runs. */
export async function gather(stage: Stage) {
  const { world, chance, entrances, poorEntrance, history } = stage
  const clients: Client[] = []
  const everybody = world.rooms.flatMap((room) => room.people.map((person) => ({ room, person })))
  for (const [index, { room, person }] of everybody.entries()) {
    const entrance = index % poorEvery === 3 ? poorEntrance : entrances[index % 2 === 0 ? 0 : 1]
    clients.push(openClient({ history, person, room, entrance: entrance.url }))
    // A few at a time: a hall does not fill in one millisecond.
    if (index % 25 === 24) await pause(50)
  }
  const acts = openActs(stage)
  const underWay = new Set<Promise<unknown>>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function begin(act: Promise<unknown>): void {
    underWay.add(act)
    void act.finally(() => underWay.delete(act))
  }

  function actOf(by: Client): Promise<unknown> {
    const dice = chance.next()
    if (dice < 0.02) return comesAndGoes(chance.pick(clients))
    if (dice < 0.05) return acts.change(by, 'edit')
    if (dice < 0.07) return acts.change(by, 'withdraw')
    if (dice < 0.15) return acts.react(by)
    if (dice < 0.2) return acts.vote(by)
    if (dice < 0.35) return acts.page(by, chance.happens(0.7) ? by.room : chance.pick(world.rooms))
    return acts.post(by)
  }

  /** Removed, and after a while let in again; between, they look in. */
  async function comesAndGoes(member: Client): Promise<void> {
    if ((await acts.remove(member)) === undefined) return
    await pause(chance.between(300, 1_500))
    await Promise.all([member.poll(), acts.page(member, member.room)])
    await pause(chance.between(300, 2_000))
    await acts.admit(member)
  }

  function load(perSecond: number): void {
    const next = () => {
      timer = setTimeout(next, 1_000 / perSecond)
      const inside = clients.filter((each) => !acts.isOutside(each))
      begin(actOf(chance.pick(inside)))
    }
    next()
  }

  /** Nobody begins anything more, and what was begun comes to its end. */
  async function rest(within: number): Promise<void> {
    clearTimeout(timer)
    const late = setTimeout(acts.end, within)
    while (underWay.size > 0) await Promise.all(underWay)
    clearTimeout(late)
    for (const client of clients) await acts.admit(client)
  }

  /**
   * Waits until everybody who belongs in a room is in it and has all that was in it when this began. Counts those who
   * were cut off or behind; answers their milliseconds since a moment, and who was still behind when the time was over.
   */
  async function converged(
    since: number,
    within: number,
  ): Promise<{ milliseconds: number[]; late: Client[] }> {
    const places = await placesOf(stage.databaseUrl)
    const isThere = ({ state, room }: Client) => state.isIn && state.cursor >= (places.get(room.roomId) ?? 0)
    const affected = clients.filter((each) => each.state.cutAt >= since || !isThere(each))
    const milliseconds: number[] = []
    let waiting = affected
    while (performance.now() < since + within) {
      const now = performance.now() - since
      const still = waiting.filter((each) => !isThere(each) && !acts.isOutside(each))
      for (const each of waiting) if (isThere(each)) milliseconds.push(now)
      waiting = still
      if (waiting.length === 0) break
      await pause(20)
    }
    return { milliseconds, late: waiting }
  }

  return {
    clients,
    acts,
    begin,
    load,
    rest,
    converged,
    comesAndGoes,
    close: () => clients.forEach((each) => each.close()),
  }
}

/** Where each room stands, asked again until the database answers. */
async function placesOf(databaseUrl: string): Promise<Map<string, number>> {
  for (;;) {
    try {
      const { rows } = await asked(databaseUrl, (client) =>
        client.query<{ id: string; seq: number }>('select id, last_seq::int as seq from streams'),
      )
      return new Map(rows.map(({ id, seq }) => [id, seq]))
    } catch {
      await pause(200)
    }
  }
}
