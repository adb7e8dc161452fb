import { expect, test } from 'vitest'
import { documentFromText, safeLink } from '#server/documents/words.ts'

test.each([
  ['https://regione.it/a?b=c#d', 'https://regione.it/a?b=c#d'],
  ['  HTTP://Regione.IT ', 'http://regione.it/'],
  ['mailto:sportello@regione.it', 'mailto:sportello@regione.it'],
  ['https://it.wikipedia.org/wiki/Tavolo_(arredo)', 'https://it.wikipedia.org/wiki/Tavolo_%28arredo%29'],
])('%s may be linked', (asked, stored) => {
  expect(safeLink(asked)).toBe(stored)
  expect(safeLink(stored)).toBe(stored)
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\u0000script:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'https://a.it/\u202Etxt.exe',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'blob:https://a.it/1',
  'file:///etc/passwd',
  'view-source:https://a.it',
  'tel:112',
  '//evil.example',
  '/needs',
  'regione.it',
  'https://',
  'https://regione.it@evil.example/',
  'mailto:',
  'mailto:nobody',
  '',
  `https://a.it/${'a'.repeat(3000)}`,
])('%j may not be linked', (asked) => {
  expect(safeLink(asked)).toBeUndefined()
})

test('a link that may not be made stays as the words that were typed', () => {
  const { root } = documentFromText('[qui](javascript:alert(1))')
  expect(root.children).toEqual([
    { type: 'paragraph', children: [{ type: 'text', text: '[qui](javascript:alert(1))' }] },
  ])
})
