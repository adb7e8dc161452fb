import { pause } from '#tests/bench/processes.ts'
import { attempt } from '../clients/ask.ts'
import { messageOf } from '../clients/acts.ts'
import type { Fault, Run } from './strike.ts'

export const slowTelephones: Fault = {
  id: 'F10',
  what: 'some have a telephone on a poor line',
  strike: async ({ stage: { poorEntrance }, isShort }) => {
    poorEntrance.trouble({ latency: { milliseconds: 300, jitter: 100 }, rate: 32_000, slice: 500 })
    await pause(isShort ? 3_000 : 10_000)
    poorEntrance.trouble({})
    return { since: performance.now() }
  },
}

export const answersCut: Fault = {
  id: 'F12',
  what: 'the line breaks after the commit and before the answer',
  strike: async ({ stage: { poorEntrance }, crowd }) => {
    const unlucky = crowd.clients.filter((each) => each.entrance === poorEntrance.url && each.state.isIn)
    poorEntrance.trouble({ cutAnswers: 0.5 })
    const posts = unlucky.flatMap((each) => [1, 2, 3].map(() => crowd.acts.post(each)))
    await pause(1_500)
    poorEntrance.trouble({})
    const since = performance.now()
    await Promise.all(posts)
    // Whoever was cut off in the middle of opening a connection notices only when that has taken too long.
    return { since, within: 20_000 }
  },
}

export const twenty: Fault = {
  id: 'F13',
  what: 'the same message and the same vote twenty times at once over both nodes',
  strike: async ({ stage, crowd }) => {
    const { history, world, entrances, chance } = stage
    const by = chance.pick(crowd.clients.filter(({ state }) => state.isIn))
    const id = crypto.randomUUID()
    const voteId = crypto.randomUUID()
    const who = { person: by.person.id, roomId: by.room.roomId }
    const body = messageOf(by.room, id)
    const vote = { ballotId: world.ballotId, unit: 'person', choice: 'for' }
    const since = performance.now()
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => entrances[n % 2 === 0 ? 0 : 1].url).flatMap((url) => [
        attempt(
          history,
          url,
          by.person,
          { op: 'post', id, ...who },
          { path: '/api/v1/rooms/post-message', body },
        ),
        attempt(
          history,
          url,
          by.person,
          { op: 'vote', id: voteId, ...who, about: world.ballotId, wanted: 'for' },
          { path: '/api/v1/ballots/cast-vote', body: vote },
        ),
      ]),
    )
    return { since }
  },
}

export const removed: Fault = {
  id: 'removal',
  what: 'people are removed while the room talks, one of them while their line is down',
  strike: async ({ stage: { chance, poorEntrance }, crowd }) => {
    const since = performance.now()
    const members = crowd.clients.filter(({ room, state }) => room.isPrivate && state.isIn)
    const away = members.find(({ entrance }) => entrance === poorEntrance.url)
    const others = members.filter(({ entrance }) => entrance !== poorEntrance.url)
    const chosen = [chance.pick(others), chance.pick(others), ...(away ? [away] : [])]
    // Asked shortly before, so that anything that were kept of their permission would be warm.
    await Promise.all(chosen.map((each) => each.poll()))
    if (away) poorEntrance.cut()
    const moves = [...new Set(chosen)].map((member) => crowd.comesAndGoes(member))
    // The room goes on talking around each removal, and not at the pace of the load.
    const room = chosen[0]?.room
    const talking = others.filter((each) => each.room === room && !chosen.includes(each)).slice(0, 12)
    await Promise.all(talking.map((each) => crowd.acts.post(each)))
    await Promise.all(moves)
    return { since }
  },
}

export const removedWithoutRedis: Fault = {
  id: 'removal',
  what: 'people are removed while Redis is away',
  strike: async (run) => {
    await run.stage.redis.kill()
    const struck = await removed.strike(run)
    await run.stage.redis.start()
    return struck
  },
}

export const allCut: Fault = {
  id: 'F17',
  what: 'every line is cut at once and a node restarts',
  strike: async ({ stage: { nodes, entrances, poorEntrance, chance } }) => {
    const node = chance.pick(nodes)
    const since = performance.now()
    for (const line of [...entrances, poorEntrance]) line.cut()
    await node.kill()
    return { since, within: 15_000, tolerated: 0.01, mended: node.start() }
  },
}

export const crowdJoins: Fault = {
  id: 'F18',
  what: 'everybody opens one room within ten seconds',
  strike: async ({ stage, crowd, isShort }: Run) => {
    const { world, chance } = stage
    const [room] = world.rooms
    const many = isShort ? 50 : 500
    const pages: Promise<void>[] = []
    for (let n = 0; n < many; n++) {
      pages.push(crowd.acts.page(chance.pick(crowd.clients), room))
      await pause(10_000 / 500)
    }
    // Those who are behind while the crowd comes have their ten seconds from when it is inside.
    const since = performance.now()
    await Promise.all(pages)
    return { since }
  },
}
