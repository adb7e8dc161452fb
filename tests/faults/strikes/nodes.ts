import { pause } from '#tests/bench/processes.ts'
import { heldBy } from '../place/stage.ts'
import type { Fault, Run } from './strike.ts'

export const killed: Fault = {
  id: 'F01',
  what: 'a node is killed and starts again',
  strike: async ({ stage: { nodes, chance } }) => {
    const held = await Promise.all(nodes.map(heldBy))
    const busier = (held[0]?.sockets ?? 0) >= (held[1]?.sockets ?? 0) ? nodes[0] : nodes[1]
    // After one death all are at the other node; to kill the empty one says little.
    const node = chance.happens(0.8) ? busier : chance.pick(nodes)
    const since = performance.now()
    await node.kill()
    return { since, mended: pause(chance.between(0, 3_000)).then(() => node.start()) }
  },
}

export const frozen: Fault = {
  id: 'F02',
  what: 'a node stands still and wakes up',
  strike: async ({ stage: { nodes, chance }, crowd, isShort }) => {
    const node = chance.pick(nodes)
    node.freeze()
    // A balancer leads nobody there once its own questions are not answered.
    await pause(1_000)
    node.isInUse = false
    // What the sleeper does not know: these are not in their rooms any more.
    const members = crowd.clients.filter(({ room, state }) => room.isPrivate && state.isIn).slice(0, 4)
    for (const member of members) crowd.begin(crowd.acts.remove(member))
    await pause(isShort ? 6_000 : 19_000)
    node.thaw()
    const since = performance.now()
    node.isInUse = true
    await pause(1_000)
    for (const member of members) crowd.begin(crowd.acts.admit(member))
    return { since }
  },
}

export const rolled: Fault = {
  id: 'F03',
  what: 'both nodes are replaced, one after the other',
  strike: async (run) => {
    let since = performance.now()
    for (const node of run.stage.nodes) {
      since = performance.now()
      await replaced(run, node)
    }
    return { since }
  },
}

export const skewed: Fault = {
  id: 'F14',
  what: 'a node comes back with a clock that is ten minutes wrong',
  strike: async (run) => {
    const { nodes, chance } = run.stage
    const node = chance.pick(nodes)
    node.skew = chance.pick([-10, 10])
    const since = performance.now()
    await replaced(run, node)
    return { since }
  },
}

async function replaced({ stage: { history } }: Run, node: Run['stage']['nodes'][0]): Promise<void> {
  const milliseconds = await node.stop()
  history.write({ kind: 'took', what: 'stopping a node', milliseconds })
  await node.start()
}

export const halfOpen: Fault = {
  id: 'F11',
  what: 'telephones are out of reach and nobody is told',
  strike: async ({ stage, crowd }) => {
    const { poorEntrance, history, nodes } = stage
    poorEntrance.trouble({ blackhole: true, halfOpen: true })
    await pause(45_000)
    const reachable = crowd.clients.filter(({ entrance }) => entrance !== poorEntrance.url).length
    const sockets = (await Promise.all(nodes.map(heldBy))).reduce((sum, held) => sum + held.sockets, 0)
    history.write({ kind: 'ghosts', count: Math.max(0, sockets - reachable) })
    poorEntrance.trouble({})
    poorEntrance.cut()
    return { since: performance.now() }
  },
}
