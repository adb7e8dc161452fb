import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { figure, say } from '#tests/bench/figures.ts'
import { tidyUp } from '#tests/bench/tidy.ts'
import type { Breach } from './check/kept.ts'
import { runScenario, type Asked, type Outcome } from './run-scenario.ts'
import { scenarios } from './scenarios.ts'

/** A server that breaks one promise, and the invariants of which at least one must then be found broken. */
type Mutant = {
  what: string
  scenario: string
  found: string[]
  /** In the built process, where names are those of the source: what must stand there exactly once, and what stands there instead. */
  patch?: [pattern: RegExp, instead: string]
  sql?: string
}

const mutants: Mutant[] = [
  {
    what: 'says ok before the commit',
    scenario: 'kill-node',
    found: ['I1'],
    patch: [
      /\{rows\}=await (posting\(author,wish,now,more\.isKept\))\.execute\(db\)/g,
      '{rows}=await new Promise((done,fail)=>{db.transaction().execute(async trx=>{done(await $1.execute(trx));await new Promise(later=>setTimeout(later,150))}).catch(fail)})',
    ],
  },
  {
    what: 'drops the unique key',
    scenario: 'duplicates',
    found: ['I2'],
    sql: 'alter table messages drop constraint messages_room_id_author_id_client_id_key',
  },
  {
    what: 'turns on the recovery of connections',
    scenario: 'removal',
    found: ['I6'],
    patch: [
      /serveClient:!1,maxHttpBufferSize:65536/g,
      'connectionStateRecovery:{maxDisconnectionDuration:120000,skipMiddlewares:true},$&',
    ],
  },
  {
    what: 'skips the fence at a removal',
    scenario: 'removal',
    found: ['I6'],
    patch: [/(\.removals\.set\(removes,seq\)),evict\(roomId,room,\(\{personId,since\}\)=>[^,()]*\)/g, '$1'],
  },
  {
    what: 'orders by time',
    scenario: 'removal',
    found: ['I5'],
    patch: [/order by e\.seq(`\.execute\(db\),\w+=new Map;)/g, 'order by m.posted_at$1'],
  },
  {
    what: 'keeps who may see a room for a minute',
    scenario: 'removal',
    found: ['I6'],
    patch: [
      /async function findRoomSeen(\(db,actor,roomId\)\{let\{rows\}=await [^]{0,400}?return rows\[0\]\})/g,
      'var keptSeen=new Map;async function findRoomSeen(db,actor,room){let key=actor.id+room,kept=keptSeen.get(key);if(!kept||Date.now()-kept.at>6e4)' +
        '{kept={at:Date.now(),row:await findSeenAsked(db,actor,room)};kept.row&&keptSeen.set(key,kept)}if(!kept.row)return;' +
        'let place=await db.selectFrom("streams").where("id","=",room).select("lastSeq").executeTakeFirst();return{...kept.row,seq:place.lastSeq}}' +
        'async function findSeenAsked$1',
    ],
  },
]

/** The harness itself is tested: it must be green on the server as it is, and red on each that breaks a promise. */
export async function runMutants(asked: Asked): Promise<Outcome> {
  const total: Outcome = { operations: 0, faults: 0, figures: [], breaches: [], historySha256: '' }
  const run = async (scenarioName: string, more: Partial<Asked>): Promise<Breach[]> => {
    const scenario = scenarios[scenarioName]
    if (!scenario) throw new Error(`No scenario ${scenarioName}`)
    const { operations, faults, breaches, historySha256 } = await runScenario(scenario, {
      ...asked,
      ...more,
      isShort: true,
    })
    await tidyUp()
    Object.assign(total, {
      operations: total.operations + operations,
      faults: total.faults + faults,
      historySha256,
    })
    return breaches
  }
  for (const scenario of new Set(mutants.map((mutant) => mutant.scenario))) {
    say(`as it is: ${scenario}`)
    const breaches = await run(scenario, {})
    total.breaches.push(...breaches)
    total.figures.push(figure(`as it is, ${scenario}`, breaches.length, 'breaches', { aim: '= 0' }))
  }
  for (const { what, scenario, found, patch, sql } of mutants) {
    say(`mutant: ${what}`)
    const breaches = await run(scenario, {
      keepAt: null,
      ...(patch ? { spoil: (folder) => replace(folder, what, ...patch) } : {}),
      ...(sql ? { spoilDatabase: sql } : {}),
    })
    const fitting = breaches.filter(({ invariant }) => found.includes(invariant))
    say(
      `  ${breaches.length} breaches: ${[...new Set(breaches.map(({ invariant }) => invariant))].join(', ')}`,
    )
    total.figures.push(figure(what, fitting.length, `breaches of ${found.join(', ')}`, { aim: '>= 1' }))
    if (fitting.length === 0)
      total.breaches.push({ invariant: 'harness', what: `a server that ${what} was not found out` })
  }
  return total
}

/** Each change of the built process, and in how many places of it that can be made: in one. */
export function placesOfMutants(folder: string): Record<string, number> {
  const built = processIn(folder).map((path) => readFileSync(path, 'utf8'))
  return Object.fromEntries(
    mutants.flatMap(({ what, patch }) =>
      patch ? [[what, built.reduce((sum, text) => sum + (text.match(patch[0])?.length ?? 0), 0)]] : [],
    ),
  )
}

function processIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((each) => each.endsWith('.js'))
    .map((each) => join(folder, each))
}

function replace(folder: string, what: string, pattern: RegExp, instead: string): void {
  let places = 0
  for (const path of processIn(folder)) {
    const text = readFileSync(path, 'utf8')
    const here = text.match(pattern)?.length ?? 0
    if (here > 0) writeFileSync(path, text.replace(pattern, instead))
    places += here
  }
  // Code that changes takes its mutant with it, and must not do so unseen.
  if (places !== 1)
    throw new Error(`The mutant that ${what} finds ${places} places in the built process, not one`)
}
