import { describe, expect, test } from 'vitest'
import { countAsText } from '#server/commands/count-as-text.ts'
import { count } from '#server/ballots/counting/methods.ts'
import { readBlt } from '#server/ballots/counting/reading/blt.ts'

function election(seats: number, papers: readonly string[], names: string) {
  const candidates = names.split('')
  const marks = papers.map((paper) => {
    const [weight = '', order = ''] = paper.split(' ')
    return `${weight} ${Array.from(order, (name) => candidates.indexOf(name) + 1).join(' ')} 0`
  })
  const text = [
    `${candidates.length} ${seats}`,
    ...marks,
    '0',
    ...candidates.map((name) => `"${name}"`),
  ].join('\n')
  return readBlt({ file: 'a.blt', text })
}

describe('Scottish transferable vote, by hand', () => {
  test('a surplus moves on all papers of the elected, its value cut after five decimals', () => {
    // Quota 21 ÷ 3, cut, + 1 = 8. A has 10: a surplus of 2 on ten papers, at 2 ÷ 10 = 0.2 each.
    const { rounds, winners } = count(
      'stv-scottish',
      election(2, ['7 AB', '3 AC', '5 B', '4 C', '2 D'], 'ABCD'),
    )
    expect(rounds[0]).toMatchObject({ quota: '8.00000', elected: ['A'] })
    expect(rounds[1]).toMatchObject({
      transfer: {
        from: 'A',
        reason: 'surplus',
        value: '0.20000',
        to: [
          { name: 'B', votes: '1.40000' },
          { name: 'C', votes: '0.60000' },
        ],
      },
      votes: [
        { name: 'A', votes: '8.00000' },
        { name: 'B', votes: '6.40000' },
        { name: 'C', votes: '4.60000' },
        { name: 'D', votes: '2.00000' },
      ],
    })
    expect(winners).toEqual(['A', 'B'])
  })

  test('what is cut off belongs to nobody', () => {
    // Quota 4. A has 7: a surplus of 3 on seven papers, at 0.42857 each, so that 0.00001 is left over.
    const { rounds } = count('stv-scottish', election(2, ['7 AB', '2 C', '1 D'], 'ABCD'))
    expect(rounds[1]).toMatchObject({
      exhausted: '0.00001',
      transfer: { to: [{ name: 'B', votes: '2.99999' }] },
    })
  })

  test('equals are excluded by the last earlier stage in which they differed', () => {
    // D goes first, to C. Then B and C are level at 3; before that C had fewer.
    const { ties, rounds } = count('stv-scottish', election(1, ['6 A', '3 B', '2 C', '1 DC'], 'ABCD'))
    expect(rounds[1]).toMatchObject({ excluded: ['D'] })
    expect(ties).toEqual([
      { round: 3, about: 'exclusion', between: ['B', 'C'], chosen: ['C'], rule: 'earlier-round' },
    ])
  })

  test('equals from the start are told apart by a lot that the seed fixes', () => {
    const level = election(1, ['2 A', '2 B'], 'AB')
    const drawn = new Set(
      ['1', '2', '3', '4', '5', '6', '7', '8'].map(
        (seed) => count('stv-scottish', level, { seed }).winners[0],
      ),
    )
    expect(drawn).toEqual(new Set(['A', 'B']))
    const once = count('stv-scottish', level, { seed: '1' })
    expect(once.ties[0]).toMatchObject({ rule: 'lot', between: ['A', 'B'] })
    expect(once.rules).toMatchObject({ seed: '1', lot: 'sha-256' })
    expect(count('stv-scottish', level, { seed: '1' })).toEqual(once)
  })

  test('who is elected first of equals is told, and by which rule', () => {
    const level = election(2, ['4 A', '4 B', '1 C'], 'ABC')
    const { ties, winners } = count('stv-scottish', level, { seed: '1' })
    expect(ties).toEqual([{ round: 1, about: 'order', between: ['A', 'B'], chosen: winners, rule: 'lot' }])
    expect(count('stv-meek', level, { seed: '1' }).ties).toEqual(ties)
  })

  test('a paper stops where a rank was left out, and is not valid without a first', () => {
    const text = '2 1\n1 1 - 2 0\n1 - 2 0\n1 1=2 0\n0\n"A"\n"B"\n'
    const { ballots, rules, rounds } = count('stv-scottish', readBlt({ file: 'a.blt', text }))
    expect({ ballots, notCounted: rules['notCounted'] }).toEqual({ ballots: 3, notCounted: '2' })
    expect(rounds[0]?.votes).toEqual([
      { name: 'A', votes: '1.00000' },
      { name: 'B', votes: '0.00000' },
    ])
  })

  test('nobody is elected by no papers', () => {
    expect(count('stv-scottish', election(1, [], 'AB'))).toMatchObject({ winners: [], rounds: [] })
    expect(count('stv-meek', election(1, [], 'AB'))).toMatchObject({ winners: [], rounds: [] })
  })
})

describe("Meek's transferable vote, by hand", () => {
  test('the elected keep the part that brings the quota, however often the rest moves', () => {
    // 10 votes, quota 10 ÷ 3. A keeps a third of ten votes: k × 10 = 3.333333334, so k = 0.333333334.
    const { winners, rounds } = count('stv-meek', election(2, ['10 AB', '1 C'], 'ABC'))
    expect(winners).toEqual(['A', 'B'])
    expect(rounds[0]).toMatchObject({ elected: ['A'], quota: '3.666666667' })
    const [kept] = rounds.at(-1)?.keeps ?? []
    // k × 10 = 11 ÷ 3.
    expect(kept?.name).toBe('A')
    expect(countAsText(count('stv-meek', election(2, ['10 AB', '1 C'], 'ABC')))).toContain(
      `Kept of each paper: A ${kept?.votes}`,
    )
    expect(Math.abs(Number(kept?.votes) - 11 / 30)).toBeLessThan(1e-6)
  })

  test('an excluded name is as if it had never stood: its surplus is shared by the names after it', () => {
    // Under weighted Gregory, papers A>D move to D and die with it; with Meek, A then keeps more and B gets more of the rest.
    const { rounds, rules } = count('stv-meek', election(2, ['6 AD', '3 AB', '4 C', '1 D'], 'ABCD'))
    expect(rules).toMatchObject({ omega: '0.000001', precision: '9-decimals-kept-parts-rounded-up' })
    for (const { votes, exhausted } of rounds) {
      const sum = votes.reduce((total, { votes: each }) => total + Number(each), Number(exhausted))
      expect(Math.abs(sum - 14)).toBeLessThan(1e-6)
    }
  })
})
