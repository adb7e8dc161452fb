import { afterEach, expect, test, vi } from 'vitest'
import { acceptDocument } from '#server/documents/index.ts'
import { documentFromText, documentLimits, tidyDocument } from '#server/documents/words.ts'
import { mayBeParsed } from '#server/documents/weigh.ts'
import { isRefusal } from '#server/refusal.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

function reasonOf(asked: { text?: string; document?: string }): string {
  try {
    acceptDocument(asked)
  } catch (thrown) {
    if (isRefusal(thrown)) return thrown.reason
    throw thrown
  }
  return 'accepted'
}

const words = '{"type":"text","text":"a"}'
const wide = (paragraphs: number) =>
  `{"root":{"type":"root","children":[${Array.from({ length: paragraphs }, () => '{"type":"paragraph","children":[]}').join()}]}}`

function nested(levels: number): string {
  const open = '{"type":"list","listType":"bullet","children":[{"type":"listitem","children":['
  return `{"root":{"type":"root","children":[${open.repeat(levels)}${words}${']}]}'.repeat(levels)}]}}`
}

test.each([
  ['500,000 brackets', '['.repeat(500_000), 'document-too-long'],
  ['500,000 objects', '{"a":'.repeat(500_000), 'document-too-long'],
  ['as many brackets as fit', '['.repeat(documentLimits.bytes), 'document-too-deep'],
  ['as many objects as fit', '{"a":'.repeat(documentLimits.bytes / 5), 'document-too-deep'],
  ['lists in lists', nested(8), 'document-too-deep'],
  ['8,000 levels', nested(8000), 'document-too-long'],
  ['50,000 paragraphs', wide(50_000), 'document-too-long'],
  ['2,001 small objects', `[${'{},'.repeat(2001)}{}]`, 'document-too-many-parts'],
  ['one long word', `{"root":"${'a'.repeat(documentLimits.bytes)}"}`, 'document-too-long'],
  ['few characters of many bytes', `"${'語'.repeat(22_000)}"`, 'document-too-long'],
])('%s is refused before anything parses it', (_, document, reason) => {
  const parse = vi.spyOn(JSON, 'parse')
  expect(reasonOf({ document })).toBe(reason)
  expect(parse).not.toHaveBeenCalled()
})

test('brackets and quotes inside words weigh nothing', () => {
  const document = JSON.stringify({
    root: {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', text: `a${'[{"\\'.repeat(3000)}` }] }],
    },
  })
  expect(mayBeParsed(document)).toBe(true)
  expect(reasonOf({ document })).toBe('accepted')
})

test('the deepest document that may be parsed is accepted', () => {
  expect(reasonOf({ document: nested(7) })).toBe('accepted')
})

test('closing first does not buy depth', () => {
  expect(reasonOf({ document: `${']'.repeat(30_000)}${'['.repeat(30_000)}` })).not.toBe('accepted')
})

test.each([
  ['indented lists', Array.from({ length: 300 }, (_, level) => `${' '.repeat(level * 2)}- a`).join('\n')],
  ['open marks', '**a __b '.repeat(8000)],
  ['stars', '*'.repeat(65_000)],
  ['brackets', '['.repeat(65_000)],
  ['half links', '[a]('.repeat(16_000)],
  ['backslashes', '\\'.repeat(65_000)],
  ['spaces', `a${' '.repeat(64_000)}b`],
  ['hashes', `##${' '.repeat(65_000)}`],
  ['numbers', '1.'.repeat(32_000)],
  ['breaks', '\n'.repeat(65_000)],
])('a textarea full of %s is answered, and never deeper than a document may be', (_, text) => {
  const reason = reasonOf({ text })
  expect(['accepted', 'document-empty', 'document-too-long', 'document-too-many-parts']).toContain(reason)
  if (reason === 'accepted') expect(mayBeParsed(JSON.stringify(acceptDocument({ text })))).toBe(true)
})

test('lists deeper than five levels are laid flat, with every word kept', () => {
  const typed = Array.from({ length: 12 }, (_, level) => `${' '.repeat(level * 2)}- voce ${level}`).join('\n')
  const document = documentFromText(typed)
  expect(tidyDocument(document)).toEqual(document)
  expect(JSON.stringify(document).match(/"list"/gu)).toHaveLength(documentLimits.listLevels)
  expect(JSON.stringify(document).match(/voce/gu)).toHaveLength(12)
})
