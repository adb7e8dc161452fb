import { runScenario } from '#tests/faults/run-scenario.ts'
import { killed } from '#tests/faults/strikes/nodes.ts'
import { allCut, removed, removedWithoutRedis } from '#tests/faults/strikes/people.ts'
import type { Fault } from '#tests/faults/strikes/strike.ts'
import { figure, say, type Figure } from './figures.ts'
import { tidyUp } from './tidy.ts'

const seed = 1
/** A thousand people, connected over two nodes. */
const place = { rooms: 8, perRoom: 125, perSecond: 20 }

/** What strikes them, how often, and those figures of it that are told, with their aims. */
const blows: { name: string; fault: Fault; repeats: number; aims: Record<string, string> }[] = [
  {
    name: 'all lines cut and a node restarted',
    fault: allCut,
    repeats: 5,
    aims: { 'converged p99': '<= 15000', 'connections to Postgres of one node: most': '<= 20' },
  },
  {
    name: 'a node killed',
    fault: killed,
    repeats: 5,
    aims: { 'converged p50': '<= 2000', 'converged p99': '<= 10000' },
  },
  { name: 'people removed', fault: removed, repeats: 5, aims: { 'removed: told p99': '<= 1000' } },
  {
    name: 'people removed without Redis',
    fault: removedWithoutRedis,
    repeats: 5,
    aims: { 'removed: told p99': '<= 5000' },
  },
]

/** How soon everybody is back where they were; and that nobody is told anything after they were removed. */
export async function measure(url: string): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name, fault, repeats, aims } of blows) {
    say(name)
    const size = { ...place, repeats }
    const outcome = await runScenario(
      { faults: [fault], size, short: size, aims },
      { url, seed, isShort: false },
    )
    await tidyUp()
    for (const { invariant, what } of outcome.breaches.slice(0, 10)) say(`BREACH ${invariant}: ${what}`)
    figures.push(
      ...outcome.figures
        .filter((each) => each.aim !== null)
        .map((each) => ({ ...each, name: `${name}: ${each.name}` })),
      figure(`${name}: promises broken`, outcome.breaches.length, 'breaches', { aim: '= 0' }),
    )
  }
  return figures
}
