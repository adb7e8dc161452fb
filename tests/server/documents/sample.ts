import type { LooseNode } from '#server/documents/words.ts'

/** The same seed gives the same documents, so a failure can be run again. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function pick<Thing>(chance: () => number, from: readonly Thing[]): Thing {
  const picked = from[Math.floor(chance() * from.length)]
  if (picked === undefined) throw new Error('nothing to pick from')
  return picked
}

function some<Thing>(chance: () => number, most: number, make: () => Thing): Thing[] {
  return Array.from({ length: Math.floor(chance() * (most + 1)) }, make)
}

const words = [
  'casa',
  'permesso',
  'السكن',
  'বাংলা',
  'è',
  'e\u0301',
  ' ',
  '  ',
  '\u00a0',
  '- ',
  '-',
  '* ',
  '*',
  '**',
  '***',
  '_',
  '__',
  '____',
  '# ',
  '## ',
  '### ',
  '> ',
  '>',
  '1. ',
  '12) ',
  '2024. ',
  '\\',
  '\\\\',
  '[',
  ']',
  '(',
  ')',
  '](',
  '[a](https://a.it)',
  '•',
  'mario_rossi_92@posta.it',
  '5*3*2',
  '👩‍👧',
  '\n',
  '\n\n',
  '\t',
  '\ud800',
  '\u0000',
  '\u202e',
  '.',
  '!',
  '<b>',
  '&amp;',
] // every mark of the plain form, alone and beside words

export function someText(chance: () => number): string {
  return some(chance, 4, () => pick(chance, words)).join('')
}

const addresses = ['https://a.it/x(1)', 'mailto:a@b.it', 'http://è.it/ù?q=a b', 'javascript:alert(1)', 'no']

function someInline(chance: () => number): LooseNode {
  const written = (): LooseNode => ({
    type: 'text',
    text: someText(chance),
    format: Math.floor(chance() * 4),
  })
  const kind = chance()
  if (kind < 0.1) return { type: 'linebreak' }
  if (kind < 0.25) return { type: 'link', url: pick(chance, addresses), children: some(chance, 3, written) }
  return written()
}

function someList(chance: () => number, level: number): LooseNode {
  const children = some(chance, 4, (): LooseNode => {
    const inner = level < 7 && chance() < 0.35 ? some(chance, 2, () => someList(chance, level + 1)) : []
    return { type: 'listitem', children: [...some(chance, 3, () => someInline(chance)), ...inner] }
  })
  return {
    type: 'list',
    listType: pick(chance, ['bullet', 'number']),
    start: Math.floor(chance() * 1200),
    children,
  }
}

/** A tree as untidy as any editor could leave it. */
export function someDocument(chance: () => number): { root: LooseNode } {
  const children = some(chance, 6, (): LooseNode => {
    const type = pick(chance, ['paragraph', 'heading', 'quote', 'list'])
    if (type === 'list') return someList(chance, 1)
    const tag = type === 'heading' ? { tag: pick(chance, ['h2', 'h3']) } : {}
    return { type, ...tag, children: some(chance, 6, () => someInline(chance)) }
  })
  return { root: { type: 'root', children } }
}
