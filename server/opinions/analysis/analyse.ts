import { inCanonicalOrder, byName } from './canonical-order.ts'
import { consensusOf } from './consensus.ts'
import { type Division, findGroups, placeable } from './find-groups.ts'
import { groupAwareConsensus } from './group-aware-consensus.ts'
import { type Counts, countsOf, groupVotes } from './group-votes.ts'
import { centreOf, tallyOf } from './imputation.ts'
import { inputHash } from './input-hash.ts'
import { principalComponents } from './pca.ts'
import { metaPriority, priorityOf } from './priority.ts'
import { type Points, extremityOf, projectParticipants } from './projection.ts'
import { type Representative, representativeOf } from './representativeness.ts'
import { silhouettes } from './silhouette.ts'
import type { Votes } from './votes.ts'

export type Analysis = {
  /** In canonical order: every array over people (n) or statements (m) below is in its order. */
  votes: Votes
  /** m flags each. */
  leftOut: Uint8Array
  meta: Uint8Array
  centre: Float64Array
  components: [Float64Array, Float64Array]
  points: Points
  /** How many groups there are; 0 where no way to divide people holds. */
  k: number
  /** n numbers from 0 to k - 1; -1 for a person in no group. */
  groupOf: Int8Array
  silhouette: Record<number, number>
  everyone: Counts
  /** k counts of m. */
  groups: Counts[]
  representative: Representative[][]
  consensus: { agree: number[]; disagree: number[] }
  /** m numbers; null without groups, since then there is nothing that every group could share. */
  groupAwareConsensus: Float64Array | null
  extremity: Float64Array
  priorities: Float64Array
  inputHash: string
}

export type Options = {
  /** Numbers of statements that were refused. */
  refused?: Iterable<string>
  /** Numbers of statements about the consultation itself. */
  meta?: Iterable<string>
  /** `found` divides people by their answers, `given` takes the groups that came with the votes. */
  division?: 'found' | 'given'
  /** The least size of a group that is found; 3 unless said. */
  fewest?: number
}

/**
 * From votes to groups of opinion and what they hold: the whole of Pol.is's method, with an exact PCA and groups that
 * do not depend on the order of rows (steps 1 to 14; what differs is said where it is done). No figure is ever NaN or
 * infinite, whatever the votes.
 */
export function analyse(
  read: Votes,
  { refused = [], meta = [], division = 'found', fewest = 3 }: Options = {},
): Analysis {
  const votes = inCanonicalOrder(division === 'given' ? read : { ...read, given: null })
  const flags = (numbers: Iterable<string>) => {
    const named = new Set(numbers)
    return Uint8Array.from(votes.statements, (statement) => (named.has(statement) ? 1 : 0))
  }
  const metaFlags = flags(meta)
  const leftOut = flags(refused).map((flag, column) => flag | metaFlags[column]!)
  const tally = tallyOf(votes)
  const centre = centreOf(tally, leftOut)
  const components = principalComponents(votes, centre, leftOut)
  const points = projectParticipants(votes, centre, leftOut, components)
  const { k, groupOf, silhouette } =
    votes.given === null ? findGroups(points, placeable(votes), fewest) : givenGroups(votes.given, points)
  const size = votes.statements.length
  const everyone = countsOf(tally)
  const groups = groupVotes(votes, groupOf, k)
  const extremity = extremityOf(centre, leftOut, components)
  return {
    votes,
    leftOut,
    meta: metaFlags,
    centre,
    components,
    points,
    k,
    groupOf,
    silhouette,
    everyone,
    groups,
    representative: groups.map((_, group) => representativeOf(groups, group, leftOut)),
    consensus: consensusOf(everyone, leftOut),
    groupAwareConsensus: k === 0 ? null : groupAwareConsensus(groups, size),
    extremity,
    // Before there are groups, all who answered count as one.
    priorities: prioritiesOf(k === 0 ? [everyone] : groups, extremity, metaFlags),
    inputHash: inputHash(votes, leftOut, metaFlags, fewest),
  }
}

function givenGroups(given: string[], points: Points): Division {
  const names = [...new Set(given)].filter((name) => name !== '').sort(byName)
  const groupOf = Int8Array.from(given, (name) => names.indexOf(name))
  const rows = Uint32Array.from(groupOf.keys()).filter((row) => groupOf[row]! >= 0)
  const [width = 0] = silhouettes(
    {
      x: Float64Array.from(rows, (row) => points.x[row]!),
      y: Float64Array.from(rows, (row) => points.y[row]!),
    },
    [{ k: names.length, cluster: Uint8Array.from(rows, (row) => groupOf[row]!) }],
  )
  return { k: names.length, groupOf, silhouette: names.length < 2 ? {} : { [names.length]: width } }
}

function prioritiesOf(groups: readonly Counts[], extremity: Float64Array, meta: Uint8Array): Float64Array {
  return extremity.map((length, column) => {
    if (meta[column] === 1) return metaPriority
    const sum = (part: keyof Counts) => groups.reduce((total, counts) => total + counts[part][column]!, 0)
    const [agreed, seen] = [sum('agreed'), sum('seen')]
    return priorityOf(agreed, seen - agreed - sum('disagreed'), seen, length)
  })
}
