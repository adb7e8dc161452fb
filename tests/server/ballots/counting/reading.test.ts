import { describe, expect, test } from 'vitest'
import { count } from '#server/ballots/counting/methods.ts'
import { readBlt } from '#server/ballots/counting/reading/blt.ts'
import { readPabulib } from '#server/ballots/counting/reading/pabulib.ts'
import { readElection } from '#server/ballots/counting/reading/read-election.ts'
import { writeBlt, writePabulib, writePoints } from '#server/ballots/counting/writing.ts'
import { chanceFrom } from '#tests/faults/chance.ts'
import { electionFile } from './elections/elections.ts'
import { randomBudget, randomElection, randomPoints } from './random-elections.ts'

const read = (file: string, text: string, cells: 'ranks' | 'points' = 'ranks') =>
  readElection({ file, text }, cells)

describe('papers are read as they stand', () => {
  test('BLT with withdrawn names, equal ranks, ranks left out and remarks', () => {
    const text =
      '# a remark\n3 2\n-3\n2 1 2=3 0\n1 - 2 0 # another\n1 0\n0\n"Ada"\n"Bea"\n"Cid # no remark"\n"Title"\n'
    expect(read('a.blt', text)).toEqual({
      title: 'Title',
      candidates: ['Ada', 'Bea', 'Cid # no remark'],
      withdrawn: [2],
      seats: 2,
      papers: [
        { weight: 2, positions: [0, [1, 2]] },
        { weight: 1, positions: [[], 1] },
        { weight: 1, positions: [] },
      ],
    })
  })

  test('PrefLib, with its head of remarks and in the older form', () => {
    const now =
      '# TITLE: T\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 5\n# ALTERNATIVE NAME 1: Ada\n# ALTERNATIVE NAME 2: Bea\n# ALTERNATIVE NAME 3: Cid\n3: 1,{2,3}\n2: 2\n'
    const papers = [
      { weight: 3, positions: [0, [1, 2]] },
      { weight: 2, positions: [1] },
    ]
    expect(read('a.toi', now)).toMatchObject({ title: 'T', candidates: ['Ada', 'Bea', 'Cid'], papers })
    expect(read('a.toi', '3\n1,Ada\n2,Bea\n3,Cid\n5,5,2\n3,1,{2,3}\n2,2\n')).toMatchObject({ papers })
  })

  test('a Debian tally: ranks may be equal, left out, or none', () => {
    const text = 'Option 1->: A\nOption 2->: B\nOption 3->: C\nV: 21-\nV: 311 hash\nV: ---\n'
    expect(read('a.txt', text).papers).toEqual([
      { weight: 1, positions: [1, 0] },
      { weight: 1, positions: [[1, 2], [], 0] },
      { weight: 1, positions: [] },
    ])
  })

  test('CSV of places, of points, and of names under places', () => {
    expect(read('a.csv', 'voter,Ada,"Bea, B",weight\nx,2,1,3\ny,,1,1\n')).toMatchObject({
      candidates: ['Ada', 'Bea, B'],
      papers: [
        { weight: 3, positions: [1, 0] },
        { weight: 1, positions: [1] },
      ],
    })
    expect(read('a.csv', 'Ada,Bea\n0,5\n,3\n', 'points').papers).toEqual([
      { weight: 1, positions: [], points: [0, 5] },
      { weight: 1, positions: [], points: [null, 3] },
    ])
    const named = read('a.csv', 'rank1,rank2,rank3\nAda,overvote,Bea\nskipped,Bea,\n')
    expect(named.candidates).toEqual(['Ada', 'Bea'])
    expect(count('irv', named)).toMatchObject({
      ballots: 2,
      rounds: [{ votes: [{ votes: 1 }, { votes: 1 }] }, {}],
    })
    expect(count('irv', named, { skipped: 'exhausts' })).toMatchObject({
      winners: ['Ada'],
      rounds: [{ exhausted: 1 }],
    })
  })

  test('money with cents is counted in cents', () => {
    const text =
      'META\nkey;value\nbudget;10.50\nvote_type;approval\nPROJECTS\nproject_id;cost\na;10.25\nb;0,30\nVOTES\nvoter_id;vote\n1;a,b\n2;\n'
    expect(readPabulib({ file: 'a.pb', text })).toMatchObject({
      budget: 1050,
      unitsInCurrency: 100,
      projects: [{ cost: 1025 }, { cost: 30 }],
      votes: [[0, 1], []],
    })
  })

  test('what is written is read as the same', () => {
    const chance = chanceFrom(3)
    for (let n = 0; n < 200; n++) {
      const election = randomElection(chance, { candidates: 6, papers: 9 })
      expect(readBlt({ file: 'a.blt', text: writeBlt(election) })).toEqual(election)
      const points = randomPoints(chance)
      expect(read('a.csv', writePoints(points), 'points').papers).toEqual(points.papers)
      const budget = randomBudget(chance)
      expect(readPabulib({ file: 'a.pb', text: writePabulib(budget) })).toEqual(budget)
    }
  })
})

test('a name that a spreadsheet would run is text in the table of points', () => {
  const election = { ...randomPoints(chanceFrom(1)), candidates: ['=1+1', '@a', 'Ada'], papers: [] }
  expect(writePoints(election)).toBe("papers,'=1+1,'@a,Ada\n")
})

test('a table says of itself that its columns are candidates, whatever they are called', () => {
  const papers = [{ weight: 2, positions: [], points: [1, null, 3] }]
  for (const candidates of [
    ['Ballot', 'Voter', 'weight'],
    ['Choice 1', 'Choice 2', 'Choice 3'],
    ['papers', 'vote', 'Rank 1'],
  ]) {
    const election = { title: '', candidates, withdrawn: [], seats: null, papers }
    expect(read('a.csv', writePoints(election), 'points')).toEqual(election)
  }
})

test('a withdrawn name is as if it were not there, also at a rank with another, and the result says so', () => {
  const election = read('a.blt', '3 1\n-2\n2 1=2 3 0\n1 3 0\n0\n"A"\n"B"\n"C"\n')
  expect(count('irv', election)).toMatchObject({ winners: ['A'], rules: { withdrawn: 'as-if-absent' } })
  expect(count('irv', { ...election, withdrawn: [] }).rules).not.toHaveProperty('withdrawn')
})

describe('what is malformed is refused with its line', () => {
  const head =
    '# NUMBER ALTERNATIVES: 2\n# NUMBER VOTERS: 3\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n'
  test.each([
    ['a.blt', '', 'line 1: the file ends where the number of candidates'],
    ['a.blt', '2 3\n', 'line 1: there must be at least one seat'],
    ['a.blt', '2 x\n', 'line 1: the number of seats should be here, not "x"'],
    ['a.blt', '2 1\n1 1 3 0\n', 'line 2: "3" is not a candidate'],
    ['a.blt', '2 1\n1.5 1 0\n', 'line 2: the weight of a paper'],
    ['a.blt', '2 1\n1 1=x 0\n', 'line 2: "1=x" is not a candidate'],
    ['a.blt', '2 1\n-3\n', 'line 2: "-3" is not a candidate'],
    ['a.blt', '2 1\n1 1 2\n"A"\n', 'line 2: the paper does not end with 0'],
    ['a.blt', '3 1\n1 1 2\n1 2 1 0\n0\n"A"\n"B"\n"C"\n', 'line 2: the paper does not end with 0'],
    ['a.blt', '3 1\n1 1 0\n1 1 2\n0\n"A"\n"B"\n"C"\n', 'line 3: the paper does not end with 0'],
    ['a.blt', '2 1\n6000000000 1 0\n6000000000 2 0\n0\n"A"\n"B"\n', 'line 3: up to here there are more than'],
    ['a.blt', '2 1\n1 1 0\n0\n"A"\n', 'line 4: the file ends where the name of candidate 2'],
    ['a.blt', '2 1\n0\n"A"\n"A"\n', 'line 4: two candidates are called "A"'],
    ['a.blt', '2 1\n0\n"A"\n"B\n', 'line 4: a quote is opened and not closed'],
    ['a.blt', '2 1\n0\n"A"\n"B"\n"T"\n7\n', 'line 6: nothing comes after the title'],
    ['a.soc', '', 'line 1: the file is empty'],
    ['a.soc', '999999999999\n1,A\n', 'line 1: 999999999999 candidates are declared'],
    ['a.toi', `${head}# ALTERNATIVE NAME 2: C\n3: 1\n`, 'line 5: candidate 2 is named twice'],
    ['a.toi', '# NUMBER ALTERNATIVES: 1\n# ALTERNATIVE NAME 1: A\n99999999999: 1\n', 'line 3: up to here'],
    ['a.soi', `${head}2: 1\n`, 'line 2: 3 voters are declared, and the orders are of 2'],
    ['a.soc', `${head}3: 1\n`, 'line 5: 1 of 2 candidates are ranked'],
    ['a.soi', `${head}3: {1,2}\n`, 'line 5: two candidates share a rank'],
    ['a.toi', `${head}3: 1,{2\n`, 'line 5: "1,{2" is not an order'],
    ['a.toi', `${head}3: 1,,2\n`, 'line 5: "1,,2" is not an order'],
    ['a.toi', `${head}0: 1\n`, 'line 5: "0" is not how many voted so'],
    ['a.toi', `${head}3 1,2\n`, 'line 5: an order is written as'],
    [
      'a.toi',
      '# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: A\n1: 1\n',
      '2 candidates are declared and 1 are named',
    ],
    ['a.soi', '2\n1,A\n3,B\n', 'line 3: the name of candidate 2 must be here'],
    ['a.txt', 'V: 12\n', 'line 1: a vote comes before the options'],
    ['a.txt', 'Option 1->: A\nV: 12\n', 'line 2: "12" has 2 places'],
    ['a.txt', 'Option 1->: A\nV: 0\n', 'line 2: "0" is not a vote'],
    ['a.txt', 'Option 2->: A\n', 'line 1: option 1 must be here'],
    ['a.txt', 'nothing\n', 'line 1: no option is named'],
    ['a.csv', '', 'line 1: the file is empty'],
    ['a.csv', 'A,B\n1\n', 'line 2: 1 cells, and 2 columns'],
    ['a.csv', 'A,B\n1,x\n', 'line 2: "x" under B is not a place'],
    ['a.csv', 'A,B\n1,0\n', 'line 2: "0" under B is not a place'],
    ['a.csv', 'A,B\n1,-2\n', 'line 2: "-2" under B is not a place'],
    ['a.csv', 'A,A\n1,2\n', 'line 1: two candidates are called "A"'],
    ['a.csv', 'A,weight\n1,0\n', 'line 2: "0" is not how many voted so'],
    ['a.csv', 'A,ballot\n1,2\n', 'line 1: "ballot" after candidates could be one of them or a voter'],
    ['a.csv', 'count,A,votes\n1,1,1\n', 'line 1: both "count" and "votes" could say how many voted so'],
    ['a.csv', 'Choice 1,Choice 2\n2,1\n', 'line 1: "Choice 1" could be a candidate or a place'],
    ['a.csv', 'voter,weight\nx,1\n', 'line 1: no column holds votes'],
    ['a.csv', 'A\n"1\n', 'line '],
    ['a.ods', 'x', 'only .blt'],
  ])('%s: %j', (file, text, reason) => {
    expect(() => read(file, text)).toThrow(reason)
  })

  const pb = electionFile('assen-2024.pb').text.replaceAll('\r\n', '\n')
  test.each([
    [
      pb.replace('vote_type;approval', 'vote_type;ordinal'),
      'line 10: votes of the type "ordinal" are not approvals',
    ],
    [pb.replace('budget;100000', 'budget;100,000'), 'line 9: "100,000" could be thousands or a fraction'],
    [pb.replace('\n8;40000', '\n8;1.500'), 'line 22: "1.500" could be thousands or a fraction'],
    [
      pb.replace('budget;100000', 'budget;999999999999.50').replace('\n8;40000', '\n8;999999999999'),
      'line 9: there is more money than can be counted exactly',
    ],
    [pb.replace('budget;100000', 'budget;much'), 'line 9: "much" is not an amount'],
    [pb.replace('budget;100000\n', ''), 'META does not say budget'],
    [pb.replace('\n8;40000', '\n8;-1'), 'line 22: "-1" is not an amount'],
    [pb.replace('\n8;40000', '\n3;40000'), 'line 22: two projects are called "3"'],
    [
      pb.replace('vote01006bcf-62b6-435d-a0de-2966c3e75249;1,2', 'x;1,77'),
      'a vote is for "77", which is no project',
    ],
    [
      pb.replace('vote02bb4517-a1b0-4aba-be48-8c195184c058', 'vote01006bcf-62b6-435d-a0de-2966c3e75249'),
      'votes twice',
    ],
    [pb.split('\n').slice(0, 60).join('\n'), 'line 8: 84 votes are declared'],
    [pb.slice(0, pb.indexOf('VOTES')), 'the section VOTES is missing'],
    [pb.replace('META\n', ''), 'line 1: the first section must be META'],
    [`${pb}\nVOTES\n`, 'the section VOTES comes twice'],
  ])('a budget (%#)', (text, reason) => {
    expect(() => readPabulib({ file: 'a.pb', text })).toThrow(reason)
  })
})

test('points that would not stay exact times the papers are refused', () => {
  expect(() => read('a.csv', 'papers,A\n1,100001\n', 'points')).toThrow('line 2: "100001" under A')
})

describe('rules on marks are stated, and change totals', () => {
  const text = '3 1\n3 1=2 3 0\n2 3 0\n2 1 0\n0\n"A"\n"B"\n"C"\n'
  test('two names at one rank', () => {
    const election = read('a.blt', text)
    expect(count('irv', election).rules).toMatchObject({ overvote: 'exhausts' })
    expect(count('irv', election).rounds[0]?.exhausted).toBe(3)
    expect(count('irv', election, { overvote: 'passed-over' })).toMatchObject({
      winners: ['C'],
      rules: { overvote: 'passed-over' },
      rounds: [{ exhausted: 0 }],
    })
    expect(count('plurality', election).rules).toMatchObject({ notCounted: '3' })
    expect(count('approval', election).order).toEqual([['A', 'C'], ['B']])
  })

  test('a name marked twice counts where it is marked first', () => {
    const election = read('a.blt', '2 1\n1 1 2 1 0\n0\n"A"\n"B"\n')
    expect(count('schulze', election).pairwise?.preferred).toEqual([
      [0, 1],
      [0, 0],
    ])
    expect(count('approval', election).rounds[0]?.votes).toEqual([
      { name: 'A', votes: 1 },
      { name: 'B', votes: 1 },
    ])
  })
})
