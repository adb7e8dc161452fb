import * as nodes from './strikes/nodes.ts'
import * as people from './strikes/people.ts'
import * as servers from './strikes/servers.ts'
import type { Fault } from './strikes/strike.ts'

export type Size = { rooms: number; perRoom: number; perSecond: number; repeats: number }

export type Scenario = {
  /** In turn, unless they are to come by chance. */
  faults: Fault[]
  byChance?: true
  ownPostgres?: true
  size: Size
  short: Size
  /** Of the figures a run gives, which have an aim here. */
  aims: Record<string, string>
}

const usual = { rooms: 8, perRoom: 50, perSecond: 20 }
const small = { rooms: 4, perRoom: 20, perSecond: 20 }
const backSoon = { 'converged p50': '<= 2000', 'converged p99': '<= 10000' }

export const scenarios: Record<string, Scenario> = {
  'kill-node': {
    faults: [nodes.killed],
    size: { ...usual, repeats: 20 },
    short: { ...small, repeats: 3 },
    aims: backSoon,
  },
  'freeze-node': {
    faults: [nodes.frozen, nodes.halfOpen],
    size: { ...usual, repeats: 4 },
    short: { ...small, repeats: 1 },
    aims: { 'ghosts after 45 s': '= 0' },
  },
  rolling: {
    faults: [nodes.rolled, nodes.skewed],
    size: { ...usual, repeats: 10 },
    short: { ...small, repeats: 2 },
    aims: { 'stopping a node: longest': '<= 10000', 'not acknowledged within 5 s': '= 0' },
  },
  'redis-away': {
    faults: [servers.redisKilled, servers.redisFrozen, servers.redisFull, servers.redisParted],
    size: { ...usual, repeats: 8 },
    short: { ...small, repeats: 4 },
    aims: {
      'delivery during faults p99': '<= 2500',
      'ack during faults p99': '<= 250',
      'removed: told p99': '<= 5000',
    },
  },
  'postgres-restart': {
    faults: [servers.postgresRestarted, servers.postgresCrashed, servers.tableLocked, servers.postgresSlow],
    ownPostgres: true,
    size: { ...usual, repeats: 12 },
    short: { ...small, repeats: 4 },
    aims: { 'writing again after Postgres is: longest': '<= 5000' },
  },
  duplicates: {
    faults: [people.twenty, people.answersCut],
    size: { ...usual, repeats: 100 },
    short: { ...small, repeats: 10 },
    aims: {},
  },
  removal: {
    faults: [people.removed],
    size: { ...usual, repeats: 30 },
    short: { ...small, repeats: 5 },
    aims: { 'removed: told p99': '<= 1000' },
  },
  storm: {
    faults: [people.allCut, people.crowdJoins],
    size: { rooms: 8, perRoom: 125, perSecond: 20, repeats: 4 },
    short: { ...small, repeats: 2 },
    aims: {
      'converged p99': '<= 15000',
      'connections to Postgres of one node: most': '<= 20',
      'page p95': '<= 1000',
    },
  },
  mix: {
    faults: [
      ...Object.values(nodes).filter((fault) => fault !== nodes.halfOpen),
      ...Object.values(people),
      ...Object.values(servers),
    ],
    byChance: true,
    ownPostgres: true,
    size: { ...usual, repeats: 60 },
    short: { ...small, repeats: 7 },
    aims: {},
  },
}
