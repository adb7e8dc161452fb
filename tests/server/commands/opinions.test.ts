import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { expected, fileOf, unpacked } from '../opinions/analysis/sets.ts'
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
  groups: { letter: string; size: number; members: number[]; representative: { statement: number }[] }[]
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

test.each([
  [['opinions'], 'name the file of votes'],
  [['opinions', 'nowhere.csv'], 'ENOENT'],
  [['opinions', 'a.csv', 'b.csv'], 'one file of votes'],
  [['opinions', 'a.csv', '--groups', 'mine'], '--groups knows only "given"'],
  [['opinions', 'a.csv', '--wrong'], '--wrong'],
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
