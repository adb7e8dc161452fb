import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listNeeds } from '#server/needs/index.ts'
import { aWorld, guest } from '#tests/support/world.ts'

test.each([
  { sort: 'password_hash' },
  { sort: 'posted_at; drop table needs' },
  { area: "housing' or '1'='1" },
  { urgency: ['low', 'high'] },
  { region: '19 or true' },
  { language: 'it,en' },
  { after: "2026-01-01' or true --" },
  { 'author[email_start]': 'a' },
  { author: 'x' },
  { q: 'a'.repeat(10_000) },
])('a filter that is not in the list is refused, not guessed (%o)', async (asked) => {
  const { ground } = await aWorld()
  await expect(listNeeds(ground, guest, asked as never)).rejects.toMatchObject({ kind: 'invalid' })
})

test('what is searched is never read as SQL or as a pattern', async () => {
  const { ground } = await aWorld()
  for (const q of [
    "' or 1=1 --",
    '%',
    '_',
    '\\',
    '"',
    'a & b | !c:* <-> d',
    '((((',
    "');drop table needs;--",
    '\u0000x'.slice(1),
  ]) {
    await expect(listNeeds(ground, guest, { q })).resolves.toBeDefined()
  }
})

test('no SQL is put together from text', () => {
  const files = readdirSync('server', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  for (const file of files) {
    const source = readFileSync(join('server', file), 'utf8')
    expect(source, file).not.toMatch(/sql\.(raw|lit)\(|\.key\((?!')/)
  }
})
