import { expect, test } from 'vitest'
import { stateOf } from '#app/editor/state.ts'
import { acceptDocument, plainTextOf, textOf } from '#server/documents/index.ts'
import { isRefusal } from '#server/refusal.ts'
import { documentLimits } from '#server/documents/words.ts'
import { throughLexical } from './lexical.ts'

const written = [
  'Due righe\ncon **forza** e __grazia__ e [un **link**](https://regione.it/a).',
  '## Titolo',
  '### Sottotitolo',
  '- uno\n  ancora uno\n  - dentro\n    1. in fondo\n  - di nuovo\n- due',
  '7. sette\n8. otto',
  '> detto da altri\n> in due righe',
  'العربية هنا',
].join('\n\n')

function reasonOf(asked: { text?: string; document?: string }): string {
  try {
    acceptDocument(asked)
  } catch (thrown) {
    if (isRefusal(thrown)) return `${thrown.kind} ${thrown.reason}`
    throw thrown
  }
  return 'accepted'
}

test('the textarea and the editor store the same document', () => {
  const typed = acceptDocument({ text: written })
  const edited = acceptDocument({ document: throughLexical(stateOf(typed)) })
  expect(edited).toEqual(typed)
  expect(textOf(edited)).toBe(written)
})

test('what the stored document sends back to the editor in its short form is the same document', () => {
  const typed = acceptDocument({ text: written })
  expect(acceptDocument({ document: JSON.stringify(typed) })).toEqual(typed)
})

test('the document wins over the text sent beside it, and a blank one does not', () => {
  const document = JSON.stringify(acceptDocument({ text: 'from the editor' }))
  expect(textOf(acceptDocument({ text: 'older', document }))).toBe('from the editor')
  expect(textOf(acceptDocument({ text: 'typed', document: ' ' }))).toBe('typed')
})

test('the plain words carry no marks', () => {
  const plain = plainTextOf(acceptDocument({ text: written }))
  expect(plain).toContain('con forza e grazia e un link.')
  expect(plain).not.toMatch(/\*\*|__|##|>|https/u)
})

test('nothing written is refused, by either door', () => {
  const blank = throughLexical(stateOf({ root: { type: 'root', children: [] } }))
  for (const asked of [{}, { text: ' \n\u00a0\n' }, { text: '\u0000' }, { document: blank }]) {
    expect(reasonOf(asked), JSON.stringify(asked)).toBe('invalid document-empty')
  }
})

test('what is not JSON, or not a document, is refused', () => {
  expect(reasonOf({ document: '{"root":' })).toBe('invalid document-unreadable')
  expect(reasonOf({ document: ']]]]{' })).toBe('invalid document-unreadable')
  for (const document of ['null', '[]', '"text"', '3', '{}', '{"root":null}', '{"root":{"type":"root"}}']) {
    expect(reasonOf({ document }), document).toBe('invalid document-not-allowed')
  }
})

test('a text longer than a document may be is refused, counted in bytes', () => {
  expect(reasonOf({ text: 'a'.repeat(documentLimits.bytes - 200) })).toBe('accepted')
  expect(reasonOf({ text: 'a'.repeat(documentLimits.bytes + 1) })).toBe('invalid document-too-long')
  expect(reasonOf({ text: 'ب'.repeat(documentLimits.bytes / 2 + 1) })).toBe('invalid document-too-long')
})

test('a text that would make too large a document is refused like the document itself', () => {
  expect(reasonOf({ text: 'a\n\n'.repeat(1500) })).toMatch(/document-too-(long|many-parts)/u)
})

test('what a database cannot keep is taken out', () => {
  const stored = JSON.stringify(acceptDocument({ text: 'a\u0000b\ud800c\u202ed' }))
  expect(stored).toContain('ab\uFFFDcd')
})

test('the line ends of any system are the same document', () => {
  const expected = acceptDocument({ text: 'a\nb\n\nc' })
  expect(acceptDocument({ text: 'a\r\nb\r\n\r\nc' })).toEqual(expected)
  expect(acceptDocument({ text: 'a\rb\r\rc' })).toEqual(expected)
})
