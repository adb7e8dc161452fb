import { safeLink } from './links.ts'
import { documentLimits, textFormats } from './shape.ts'
import type { RichDocument } from './shape.ts'
import { tidyDocument } from './tidy.ts'
import type { LooseNode } from './tidy.ts'

const heading = /^(#{2,3})\s+(\S.*)$/u
const quote = /^>\s*(.*)$/u
const item = /^(\s*)(?:[-*•]|(\d{1,3})[.)])\s+(\S.*)$/u

type OpenList = { indent: number; list: LooseNode & { children: LooseNode[] } }

/**
 * What a person types in a plain textarea, as a document. A blank line parts paragraphs; `- ` and `1. ` make
 * lists, `## ` a heading, `> ` a quote, `**` bold, `__` italic, `[words](address)` a link.
 */
export function documentFromText(text: string): RichDocument {
  const blocks: LooseNode[] = []
  let lists: OpenList[] = []
  let open: (LooseNode & { children: LooseNode[] }) | undefined

  const begin = (type: string, about: Partial<LooseNode>) => {
    open = { type, ...about, children: [] }
    blocks.push(open)
    return open
  }

  for (const line of text
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replaceAll('\t', '  ')
    .split('\n')) {
    const words = line.trim()
    if (!words) {
      open = undefined
      lists = []
      continue
    }

    const listed = item.exec(line)
    if (listed) {
      open = undefined
      lists = placeItem(blocks, lists, listed)
      continue
    }
    if (lists.length && /^\s{2}/u.test(line)) {
      lists
        .at(-1)
        ?.list.children.at(-1)
        ?.children?.push({ type: 'linebreak' }, ...readLine(words))
      continue
    }

    lists = []
    const titled = heading.exec(words)
    const quoted = titled ? null : quote.exec(words)
    if (titled) {
      begin('heading', { tag: titled[1] === '###' ? 'h3' : 'h2' }).children.push(...readLine(titled[2] ?? ''))
      open = undefined
      continue
    }
    const type = quoted ? 'quote' : 'paragraph'
    const block = open?.type === type ? open : begin(type, {})
    if (block.children.length) block.children.push({ type: 'linebreak' })
    block.children.push(...readLine(quoted ? (quoted[1] ?? '') : words))
  }
  return tidyDocument({ root: { type: 'root', children: blocks } })
}

function placeItem(
  blocks: LooseNode[],
  lists: OpenList[],
  [, space, number, words]: RegExpExecArray,
): OpenList[] {
  const indent = space?.length ?? 0
  const listType = number ? 'number' : 'bullet'
  const written: LooseNode = { type: 'listitem', children: readLine(words ?? '') }
  const fresh = (): OpenList => ({
    indent,
    list: { type: 'list', listType, start: Number(number ?? 1), children: [written] },
  })

  const around = lists.filter((outer, index) => index === 0 || outer.indent <= indent)
  const current = around.at(-1)
  if (current && indent >= current.indent + 2 && around.length < documentLimits.listLevels) {
    const nested = fresh()
    current.list.children.at(-1)?.children?.push(nested.list)
    return [...around, nested]
  }
  if (current && current.list.listType === listType) {
    current.list.children.push(written)
    return around
  }

  const beside = fresh()
  const parent = around.at(-2)
  if (parent) parent.list.children.at(-1)?.children?.push(beside.list)
  else blocks.push(beside.list)
  return [...around.slice(0, -1), beside]
}

type Piece = { text: string } | { sign: '**' | '__'; opens: boolean; closes: boolean } | { link: LooseNode }

function readLine(line: string): LooseNode[] {
  const pieces = piecesOf(line)
  const live = new Set<Piece>()
  for (const sign of ['**', '__'] as const) {
    let opened: Piece | undefined
    for (const piece of pieces) {
      if (!('sign' in piece) || piece.sign !== sign) continue
      if (opened && piece.closes) {
        live.add(opened).add(piece)
        opened = undefined
      } else if (!opened && piece.opens) {
        opened = piece
      }
    }
  }

  let format = 0
  const nodes: LooseNode[] = []
  for (const piece of pieces) {
    if ('link' in piece) nodes.push(piece.link)
    else if ('text' in piece) nodes.push({ type: 'text', text: piece.text, format })
    else if (!live.has(piece)) nodes.push({ type: 'text', text: piece.sign, format })
    else format ^= piece.sign === '**' ? textFormats.bold : textFormats.italic
  }
  return nodes
}

const escapable = /[\\*_[\]#>.)•-]/u

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = []
  let text = ''
  const put = (piece: Piece) => {
    if (text) pieces.push({ text })
    text = ''
    pieces.push(piece)
  }

  for (let at = 0; at < line.length;) {
    const character = line[at] ?? ''
    if (character === '\\' && escapable.test(line[at + 1] ?? '')) {
      text += line[at + 1]
      at += 2
    } else if (character === '*' || character === '_') {
      let end = at
      while (line[end] === character) end += 1
      if (end - at === 2) {
        put({
          sign: character === '*' ? '**' : '__',
          opens: /\S/u.test(line[end] ?? ''),
          closes: /\S/u.test(line[at - 1] ?? ''),
        })
      } else {
        text += line.slice(at, end)
      }
      at = end
    } else {
      const link = character === '[' ? linkAt(line, at) : undefined
      if (link) put({ link: link.node })
      else text += character
      at = link ? link.end : at + 1
    }
  }
  if (text) pieces.push({ text })
  return pieces
}

function linkAt(line: string, start: number): { node: LooseNode; end: number } | undefined {
  let at = start + 1
  while (at < line.length && line[at] !== ']' && line[at] !== '[') at += line[at] === '\\' ? 2 : 1
  if (line[at] !== ']' || line[at + 1] !== '(') return undefined

  const close = /[\s()]/gu
  close.lastIndex = at + 2
  const end = close.exec(line)
  if (end?.[0] !== ')') return undefined

  const url = safeLink(line.slice(at + 2, end.index))
  if (!url) return undefined
  const children = readLine(line.slice(start + 1, at))
  return { node: { type: 'link', url, children }, end: end.index + 1 }
}
