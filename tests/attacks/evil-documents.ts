import { documentLimits } from '#server/documents/words.ts'

export const text = (more: object = {}) => ({ type: 'text', text: 'ciao', ...more })
export const link = (url: string, more: object = {}) => ({ type: 'link', url, children: [text()], ...more })
export const paragraph = (...children: object[]) => ({ type: 'paragraph', children })
export const serialized = (...children: object[]) => JSON.stringify({ root: { type: 'root', children } })

/** Addresses that a browser would run, or read as another's. */
export const evilLinks = [
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\u0000script:alert(1)',
  'java\nscript:alert(1)',
  '\u0019javascript:alert(1)',
  'data:text/html;base64,PHNjcmlwdD4=',
  'vbscript:msgbox(1)',
  'blob:https://a.it/x',
  'https://regione.it@evil.example/',
]

/** Nodes that Lexical's form could carry and ours does not. */
export const evilBlocks: [string, object][] = [
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
]

const words = '{"type":"text","text":"a"}'
export const wide = (paragraphs: number) =>
  `{"root":{"type":"root","children":[${Array.from({ length: paragraphs }, () => '{"type":"paragraph","children":[]}').join()}]}}`

/** Lists within lists, as deep as asked. */
export function nested(levels: number): string {
  const open = '{"type":"list","listType":"bullet","children":[{"type":"listitem","children":['
  return `{"root":{"type":"root","children":[${open.repeat(levels)}${words}${']}]}'.repeat(levels)}]}}`
}

/** Documents that would cost far more to read than to send, and why each is refused. */
export const bombs: [string, string, string][] = [
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
]
