import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DocumentBody } from '#app/pieces/document.tsx'
import { acceptDocument, textOf } from '#server/documents/index.ts'
import { isRefusal } from '#server/refusal.ts'
import { evilBlocks, evilLinks, link, paragraph, serialized } from './evil-documents.ts'

function reasonOf(document: string): string {
  try {
    acceptDocument({ document })
  } catch (thrown) {
    if (isRefusal(thrown)) return thrown.reason
    throw thrown
  }
  return 'accepted'
}

test.each(evilLinks)('a link to %j is refused', (url) => {
  expect(reasonOf(serialized(paragraph(link(url))))).toBe('document-link')
})

test.each(evilBlocks)('%s is refused', (_, block) => {
  expect(reasonOf(serialized(block))).toBe('document-not-allowed')
})

const polluting = ['__proto__', 'constructor', 'prototype', '\\u005f_proto__']
const places = [
  (key: string) => `{"root":{"type":"root","children":[]},"${key}":{"polluted":1}}`,
  (key: string) => `{"root":{"type":"root","children":[],"${key}":{"polluted":1}}}`,
  (key: string) =>
    `{"root":{"type":"root","children":[{"type":"paragraph","children":[],"${key}":{"polluted":1}}]}}`,
  (key: string) =>
    `{"root":{"type":"root","children":[{"type":"paragraph","children":[{"type":"text","text":"a","${key}":{"polluted":1}}]}]}}`,
  (key: string) =>
    `{"root":{"type":"root","children":[{"type":"list","listType":"bullet","children":[{"type":"listitem","children":[],"${key}":{"polluted":1}}]}]}}`,
]

test.each(polluting.flatMap((key) => places.map((place) => place(key))))('%s is refused', (document) => {
  expect(reasonOf(document)).toBe('document-not-allowed')
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
})

test('markup in the words is shown as words', () => {
  const polyglot = `"><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}</textarea>'-alert(1)-'`
  const typed = [
    polyglot,
    `## ${polyglot}`,
    `- ${polyglot}`,
    `> ${polyglot}`,
    `[${polyglot}](https://a.it/?q="><script>)`,
  ]
  const document = acceptDocument({ text: typed.join('\n\n') })
  const page = renderToStaticMarkup(createElement(DocumentBody, { document, language: 'it' }))
  expect(page.match(/<[a-z0-9]+/gu)).toEqual(['<div', '<p', '<h2', '<ul', '<li', '<blockquote', '<p', '<a'])
  expect(page).not.toMatch(/<[^>]*\son/u)
})

test('a link is shown with the rel that keeps its reader and our pages safe', () => {
  const document = acceptDocument({ document: serialized(paragraph(link('HTTPS://a.it/x(1)'))) })
  const page = renderToStaticMarkup(
    createElement(DocumentBody, { document, language: 'ar', headingLevel: 3 }),
  )
  expect(page).toBe(
    '<div class="written" lang="ar"><p dir="auto"><a href="https://a.it/x%281%29" rel="nofollow noopener ugc">ciao</a></p></div>',
  )
})

test('the textarea has no way to what the editor is refused', () => {
  const typed = '[a](javascript:alert(1)) <b onclick=alert(1)>x</b> [b](data:text/html,x)'
  const document = acceptDocument({ text: typed })
  expect(JSON.stringify(document)).not.toContain('"link"')
  expect(textOf(document)).toBe(
    '\\[a](javascript:alert(1)) <b onclick=alert(1)>x</b> \\[b](data:text/html,x)',
  )
})
