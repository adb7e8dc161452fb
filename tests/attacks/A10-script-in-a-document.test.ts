import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DocumentBody } from '#app/pieces/document.tsx'
import { acceptDocument, textOf } from '#server/documents/index.ts'
import { isRefusal } from '#server/refusal.ts'

const text = (more: object = {}) => ({ type: 'text', text: 'ciao', ...more })
const link = (url: string, more: object = {}) => ({ type: 'link', url, children: [text()], ...more })
const paragraph = (...children: object[]) => ({ type: 'paragraph', children })
const serialized = (...children: object[]) => JSON.stringify({ root: { type: 'root', children } })

function reasonOf(document: string): string {
  try {
    acceptDocument({ document })
  } catch (thrown) {
    if (isRefusal(thrown)) return thrown.reason
    throw thrown
  }
  return 'accepted'
}

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\u0000script:alert(1)',
  'java\nscript:alert(1)',
  '\u0019javascript:alert(1)',
  'data:text/html;base64,PHNjcmlwdD4=',
  'vbscript:msgbox(1)',
  'blob:https://a.it/x',
  'https://regione.it@evil.example/',
])('a link to %j is refused', (url) => {
  expect(reasonOf(serialized(paragraph(link(url))))).toBe('document-link')
})

test.each([
  ['a style with an address', paragraph(text({ style: 'background:url(https://evil.example/x)' }))],
  ['a style on the paragraph', { ...paragraph(text()), textStyle: 'color:red' }],
  ['an unknown node', { type: 'image', src: 'x', onerror: 'alert(1)', children: [] }],
  ['an unknown node within a paragraph', paragraph({ type: 'iframe', src: 'https://evil.example' })],
  ['an autolink', paragraph({ ...link('https://a.it'), type: 'autolink' })],
  ['a main heading', { type: 'heading', tag: 'h1', children: [text()] }],
  ['an attribute of the page as a tag', { type: 'heading', tag: 'h2 onclick=alert(1)', children: [text()] }],
  ['an event handler', paragraph(text({ onclick: 'alert(1)' }))],
  ['inner HTML', paragraph(text({ dangerouslySetInnerHTML: { __html: '<b>' } }))],
  ['a class', { ...paragraph(text()), className: 'admin' }],
  ['a state of Lexical', { ...paragraph(text()), $: { color: 'red' } }],
  ['a target', paragraph(link('https://a.it', { target: '_blank' }))],
  ['a title', paragraph(link('https://a.it', { title: '"><script>' }))],
  ['a format beyond bold and italic', paragraph(text({ format: 16 }))],
  ['a fractional format', paragraph(text({ format: 1.5 }))],
  ['a mode that hides its text', paragraph(text({ mode: 'token' }))],
  ['a text that is an object', paragraph(text({ text: { $$typeof: 'react.element' } }))],
  ['a link in a link', paragraph({ ...link('https://a.it'), children: [link('https://b.it')] })],
  ['a list without items', { type: 'list', listType: 'bullet', children: [paragraph(text())] }],
  ['a list of tasks', { type: 'list', listType: 'check', children: [] }],
  ['a paragraph without children', { type: 'paragraph' }],
  ['children that are not a list', { type: 'paragraph', children: { length: 1, 0: text() } }],
])('%s is refused', (_, block) => {
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
