import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { expected, fileOf, sets, unpacked } from '../opinions/analysis/sets.ts'
import { tavolo } from './tavolo.ts'

const folder = mkdtempSync(join(tmpdir(), 'tavolo-opinions-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(content: string | Buffer, name = 'votes.csv'): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

function hashOf(printed: string): string {
  return (JSON.parse(printed) as Printed).inputHash
}

type Printed = {
  participants: number
  grouped: number
  k: number
  groups: {
    letter: string
    size: number
    members: number[]
    representative: { statement: number; direction: string }[]
  }[]
  consensus: { agree: number[]; disagree: number[] }
  groupAwareConsensus: Record<string, number>
  priorities: Record<string, number>
  components: number[][]
  groupVotes: Record<string, Record<string, number[]>>
  center: number[]
  inputHash: string
}

test('--json prints one object with the published groups and what is known of them', async () => {
  const set = 'brexit-consensus'
  const votes = written(unpacked(set, 'participants-votes.csv'))
  const words = ['opinions', votes, '--comments', fileOf(set, 'comments.csv'), '--groups', 'given', '--json']
  const { out, said, status } = await tavolo(...words)
  expect([said, status]).toEqual(['', 0])
  const printed = JSON.parse(out) as Printed
  expect(Object.keys(printed)).toEqual(
    (
      'participants statements grouped k silhouette center components groups consensus groupVotes ' +
      'groupAwareConsensus extremity priorities inputHash'
    ).split(' '),
  )
  const { given_published_groups: given, published_group: published } = expected(set)
  expect(printed).toMatchObject({ participants: 204, statements: 50, grouped: 197, k: 2 })
  expect(printed.groupVotes).toEqual({ A: given.group_votes['0'], B: given.group_votes['1'] })
  for (const { letter, size, members } of printed.groups) {
    expect(members).toHaveLength(size)
    expect(members.every((member) => published[member] === 'AB'.indexOf(letter))).toBe(true)
  }
  expect(Object.keys(printed.groups[0]!.representative[0]!)).toEqual(
    'statement direction repness rTest p pTest'.split(' '),
  )
  expect(printed.inputHash).toMatch(/^[0-9a-f]{64}$/)
})

/** How far from each other two lists are, in whatever measure: the most of all pairs. */
function farthest(found: number[], wanted: number[], apart: (one: number, other: number) => number): number {
  expect(found).toHaveLength(wanted.length)
  return Math.max(...found.map((each, at) => apart(each, wanted[at]!)))
}

function difference(one: number, other: number): number {
  return Math.abs(one - other)
}

function dot(one: number[], other: number[]): number {
  return one.reduce((sum, value, at) => sum + value * other[at]!, 0)
}

function alignment(one: number[], other: number[]): number {
  return Math.abs(dot(one, other)) / Math.sqrt(dot(one, one) * dot(other, other))
}

test.each(sets)('the command prints every published figure of %s', async (set) => {
  const votes = written(unpacked(set, 'participants-votes.csv'), `${set}.csv`)
  const words = ['opinions', votes, '--comments', fileOf(set, 'comments.csv'), '--groups', 'given', '--json']
  const { out } = await tavolo(...words)
  const printed = JSON.parse(out) as Printed
  const { given_published_groups: given, ...wanted } = expected(set)
  const inOrder = Object.keys(given.group_votes).sort((one, other) => Number(one) - Number(other))
  expect(Object.values(printed.groupVotes)).toEqual(inOrder.map((group) => given.group_votes[group]))
  expect(
    printed.groups.map(({ representative }) =>
      representative.map(({ statement, direction }) => [statement, direction]),
    ),
  ).toEqual(inOrder.map((group) => given.repness[group]!.map((each) => [each.tid, each['repful-for']])))
  for (const direction of ['agree', 'disagree'] as const)
    expect(printed.consensus[direction]).toEqual(given.consensus[direction].map(({ tid }) => tid))
  const statements = Object.keys(printed.priorities)
  const of = (values: Record<string, number>) => statements.map((statement) => values[statement]!)
  const product = statements.map((statement) =>
    inOrder.reduce((sofar, group) => {
      const [agreed, , seen] = given.group_votes[group]![statement]!
      return (sofar * (agreed + 1)) / (seen + 2)
    }, 1),
  )
  expect(farthest(of(printed.groupAwareConsensus), product, difference)).toBeLessThan(1e-9)
  expect(
    farthest(of(printed.priorities), of(given.priorities), (one, other) => Math.abs(one / other - 1)),
  ).toBeLessThan(1e-4)
  // The published centre has six digits; to 1e-9 it is the mean of the votes, worked out here from the file.
  expect(farthest(printed.center, wanted.pca_center, difference)).toBeLessThan(5.1e-7)
  expect(farthest(printed.center, centreOf(set, wanted.pca_center), difference)).toBeLessThan(1e-9)
  expect(alignment(printed.components[0]!, wanted.pca_comps[0])).toBeGreaterThanOrEqual(0.9999)
  expect(alignment(printed.components[1]!, wanted.pca_comps[1])).toBeGreaterThanOrEqual(0.999)
})

/** The mean of each column, and 0 where the published centre has one left out. */
function centreOf(set: string, published: number[]): number[] {
  const [titles = [], ...rows] = unpacked(set, 'participants-votes.csv')
    .toString()
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))
  return titles
    .flatMap((title, at) => (/^\d+$/.test(title) ? [at] : []))
    .map((at, column) => {
      const votes = rows.flatMap((row) => (row[at] === '' ? [] : [Number(row[at])]))
      if (published[column] === 0 || votes.length === 0) return 0
      return votes.reduce((sum, vote) => sum + vote, 0) / votes.length
    })
}

test('the least size of a group is asked for, printed, and part of what the hash is of', async () => {
  const votes = written(unpacked('brexit-consensus', 'participants-votes.csv'))
  const { out: three } = await tavolo('opinions', votes, '--json')
  expect((await tavolo('opinions', votes, '--fewest', '3', '--json')).out).toBe(three)
  const { out: ninety } = await tavolo('opinions', votes, '--fewest', '90', '--json')
  expect(hashOf(ninety)).not.toBe(hashOf(three))
  expect((JSON.parse(ninety) as Printed).groups.every(({ size }) => size >= 90)).toBe(true)
  expect((await tavolo('opinions', votes, '--fewest', '5')).out).toContain('A group is of at least 5 people')
})

test('rows in another order print the same bytes; another vote prints another hash', async () => {
  const lines = unpacked('15-per-hour-seattle', 'participants-votes.csv').toString().trim().split('\n')
  const print = async (rows: string[]) =>
    (await tavolo('opinions', written([lines[0], ...rows].join('\n')), '--json')).out
  const printed = await print(lines.slice(1))
  expect(await print(lines.slice(1).reverse())).toBe(printed)
  const changed = [lines[1]!.replace(/,-?\d(?=,*$)/, ','), ...lines.slice(2)]
  expect(hashOf(await print(changed))).not.toBe(hashOf(printed))
})

test('without --json a person reads groups, what they hold, and every statement', async () => {
  const votes = written(unpacked('brexit-consensus', 'participants-votes.csv'))
  const { out, status } = await tavolo('opinions', votes)
  expect(status).toBe(0)
  expect(out).toContain('204 participants, 50 statements')
  expect(out).toMatch(/Group A: \d+ people/)
  expect(out).toContain('What nearly everyone agrees with:')
})

test('spreadsheets write semicolons, marks of order and quotes', async () => {
  const { out: plain } = await tavolo('opinions', written('participant,0,1\n1,1,-1\n2,0,\n'), '--json')
  const sheet = '\uFEFFparticipant;0;1\r\n"1";1;"-1"\r\n2;0.0; \r\n\r\n'
  expect(await tavolo('opinions', written(sheet), '--json')).toMatchObject({ out: plain })
})

test('what cannot be read is said with line, column and reason, on the side where errors go', async () => {
  const votes = written('participant,0,7\n1,1,-1\n2,1,2\n')
  expect(await tavolo('opinions', votes, '--json')).toEqual({
    out: '',
    said: `${votes}, line 3, column 3 (statement 7): "2" is not a vote: 1, -1, 0 or nothing.\n`,
    status: 2,
  })
  const comments = written('comment-id,moderated\n1,1\n2,5\n', 'comments.csv')
  expect(await tavolo('opinions', written('participant,0\n1,1\n'), '--comments', comments)).toEqual({
    out: '',
    said: `${comments}, line 3, column 2 (moderated): "5" is not -1, 0 or 1.\n`,
    status: 2,
  })
})

test('comments in another encoding are refused and not read as other words', async () => {
  const comments = written(
    Buffer.from('comment-id,moderated,comment-body\n0,1,Perch\xe9 no\n', 'latin1'),
    'latin1.csv',
  )
  const { said, status } = await tavolo('opinions', written('participant,0\n1,1\n'), '--comments', comments)
  expect(status).toBe(2)
  expect(said).toContain(`${comments}: `)
})

test.each([
  [['opinions'], 'name the file of votes'],
  [['opinions', 'nowhere.csv'], 'ENOENT'],
  [['opinions', 'a.csv', 'b.csv'], 'one file of votes'],
  [['opinions', 'a.csv', '--groups', 'mine'], '--groups knows only "given"'],
  [['opinions', 'a.csv', '--wrong'], '--wrong'],
  [['opinions', 'a.csv', '--fewest', 'few'], '--fewest is a whole number'],
  [['opinions', 'a.csv', '--fewest', '5', '--groups', 'given'], '--fewest is a whole number'],
  [['nothing'], 'No command "nothing"'],
  [['constructor'], 'No command "constructor"'],
])('asked wrongly: tavolo %j', async (words, reason) => {
  const { out, said, status } = await tavolo(...words)
  expect([out, status]).toEqual(['', 2])
  expect(said).toContain(reason)
})

test('groups are given only by a column that gives them', async () => {
  const { said, status } = await tavolo('opinions', written('participant,0\n1,1\n'), '--groups', 'given')
  expect(status).toBe(2)
  expect(said).toContain('no column is titled "group-id"')
})

test.each(['participant\n', 'participant,0\n', 'participant,0\n1,\n', 'participant,0,1\n1,0,0\n2,0,0\n'])(
  'little is calmly said, by text and by JSON: %j',
  async (content) => {
    const file = written(content)
    const { out, status } = await tavolo('opinions', file, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ grouped: 0, k: 0, groups: [] })
    expect(out).not.toMatch(/null|NaN/)
    expect((await tavolo('opinions', file)).out).toContain('No groups')
  },
)
