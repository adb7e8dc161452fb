import { describe, expect, test } from 'vitest'
import { analyse, readVotes } from '#server/opinions/analysis/index.ts'
import { randomFrom } from '#server/opinions/analysis/random.ts'
import { agreement } from './agreement.ts'
import { analysed, expected, sets, unpacked } from './sets.ts'

const aims = [0.8, 0.6, 0.85, 0.85]

test.each(sets.map((set, at) => [set, aims[at]!] as const))(
  'groups found in %s agree with the published ones (adjusted Rand index at least %d)',
  (set, aim) => {
    const { votes, groupOf, k } = analysed(set, 'found')
    const { published_group: published } = expected(set)
    const pairs = votes.participants.flatMap((participant, row) =>
      groupOf[row]! >= 0 && participant in published
        ? [[groupOf[row]!, published[participant]!] as const]
        : [],
    )
    expect(pairs.length).toBeGreaterThan(100)
    expect(agreement(pairs)).toBeGreaterThanOrEqual(aim)
    const sizes = Array.from({ length: k }, (_, group) => groupOf.filter((each) => each === group).length)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(Math.max(3, 0.03 * pairs.length))
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one))
  },
)

describe.each(sets)('%s, whatever the order', (set) => {
  const lines = unpacked(set, 'participants-votes.csv').toString().trim().split('\n')

  test('of rows: every figure is the same to the last bit', () => {
    const whole = analyse(readVotes(Buffer.from(lines.join('\n')), set))
    for (const seed of [1, 2, 3]) {
      const shuffled = [lines[0]!, ...shuffle(lines.slice(1), seed)]
      expect(shuffled).not.toEqual(lines)
      expect(analyse(readVotes(Buffer.from(shuffled.join('\n')), set))).toEqual(whole)
    }
  })

  test('of columns: likewise', () => {
    const whole = analyse(readVotes(Buffer.from(lines.join('\n')), set))
    const order = shuffle([...lines[0]!.split(',').keys()], 4)
    const turned = lines.map((line) => order.map((at) => line.split(',')[at]!).join(','))
    expect(analyse(readVotes(Buffer.from(turned.join('\n')), set))).toEqual(whole)
  })

  test('of names: people who are called otherwise stand in the same groups', () => {
    const groupsOf = (named: string[]) => {
      const { votes, groupOf } = analyse(readVotes(Buffer.from([lines[0], ...named].join('\n')), set))
      return { cells: votes.cells, groupOf }
    }
    const people = lines.slice(1)
    const renamed = people.map((line) => line.replace(/^\d+/, (name) => String(9_999_999 - Number(name))))
    expect(groupsOf(renamed)).toEqual(groupsOf(people))
  })
})

function shuffle<Each>(list: readonly Each[], seed: number): Each[] {
  const random = randomFrom(seed)
  return list
    .map((each) => ({ each, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ each }) => each)
}
