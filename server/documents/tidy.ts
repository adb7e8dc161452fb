import { safeLink } from './links.ts'
import { documentLimits, everyFormat } from './shape.ts'
import type {
  BlockNode,
  InlineNode,
  LinkNode,
  ListItemNode,
  ListNode,
  RichDocument,
  TextNode,
} from './shape.ts'

/** What an editor hands over: the same tree with anything else beside it. */
export type LooseNode = {
  type: string
  text?: string | undefined
  format?: unknown
  url?: string | undefined
  tag?: string | undefined
  listType?: string | undefined
  start?: number | undefined
  children?: LooseNode[] | undefined
}

type Line = (TextNode | LinkNode)[]

/**
 * The one stored form of a document. Two ways of writing the same thing come out equal, nothing invisible
 * stays, and the result can be written as plain text and read back without loss.
 */
export function tidyDocument(loose: { root: LooseNode }): RichDocument {
  return { root: { type: 'root', children: joinLists(tidyBlocks(loose.root.children ?? [])) } }
}

function tidyBlocks(blocks: LooseNode[]): BlockNode[] {
  return blocks.flatMap((block): BlockNode[] => {
    const children = block.children ?? []
    switch (block.type) {
      case 'list':
        return tidyList(block, 1)
      case 'heading': {
        const line = tidyLine(linesOf(children).flatMap((line) => [...line, { type: 'text', text: ' ' }]))
        return line.length
          ? [{ type: 'heading', tag: block.tag === 'h1' || block.tag === 'h2' ? 'h2' : 'h3', children: line }]
          : []
      }
      case 'quote': {
        const lines = writtenLines(children)
        return lines.length ? [{ type: 'quote', children: withBreaks(lines) }] : []
      }
      default:
        return paragraphsOf(children)
    }
  })
}

// People leave a blank line between the items of one list; the editor, too, makes one of two that touch.
function joinLists(blocks: BlockNode[]): BlockNode[] {
  const joined: BlockNode[] = []
  for (const block of blocks) {
    const before = joined.at(-1)
    if (block.type === 'list' && before?.type === 'list' && before.listType === block.listType) {
      before.children.push(...block.children)
    } else {
      joined.push(block)
    }
  }
  return joined
}

// Two line breaks in a row are what a person sees as a new paragraph.
function paragraphsOf(children: LooseNode[]): BlockNode[] {
  const paragraphs: Line[][] = [[]]
  for (const line of linesOf(children).map(tidyLine)) {
    if (line.length) paragraphs.at(-1)?.push(line)
    else paragraphs.push([])
  }
  return paragraphs
    .filter((lines) => lines.length)
    .map((lines) => ({ type: 'paragraph', children: withBreaks(lines) }))
}

function tidyList(list: LooseNode, level: number): ListNode[] {
  const items: ListItemNode[] = []
  for (const item of list.children ?? []) {
    const within = item.children ?? []
    const lines = writtenLines(within.filter((child) => child.type !== 'list'))
    if (lines.length) items.push({ type: 'listitem', children: withBreaks(lines) })

    for (const nested of within.filter((child) => child.type === 'list')) nest(items, nested, level)
  }
  if (!items.length) return []

  const listType = list.listType === 'number' ? 'number' : 'bullet'
  const start = Math.min(Math.max(Math.trunc(list.start ?? 1), 1), 999)
  if (listType === 'number' && start !== 1) return [{ type: 'list', listType, start, children: items }]
  return [{ type: 'list', listType, children: items }]
}

// Lexical keeps a nested list in an item of its own; here it belongs to the item it explains.
function nest(items: ListItemNode[], nested: LooseNode, level: number): void {
  const [inner] = tidyList(nested, level + 1)
  if (!inner) return

  const parent = items.at(-1)
  if (!parent || level >= documentLimits.listLevels) {
    items.push(...inner.children)
    return
  }
  const beside = parent.children.at(-1)
  if (beside?.type === 'list' && beside.listType === inner.listType) beside.children.push(...inner.children)
  else parent.children.push(inner)
}

function writtenLines(children: LooseNode[]): Line[] {
  return linesOf(children)
    .map(tidyLine)
    .filter((line) => line.length)
}

function withBreaks(lines: Line[]): InlineNode[] {
  return lines.flatMap((line, index): InlineNode[] => (index ? [{ type: 'linebreak' }, ...line] : line))
}

function linesOf(children: LooseNode[]): Line[] {
  const lines: Line[] = [[]]
  for (const child of children) {
    if (child.type === 'linebreak') {
      lines.push([])
    } else if (child.type === 'link') {
      lines.at(-1)?.push(...tidyLink(child))
    } else {
      const [first, ...others] = clean(child.text ?? '').split('\n')
      const format = formatOf(child)
      lines.at(-1)?.push({ type: 'text', text: first ?? '', format })
      for (const text of others) lines.push([{ type: 'text', text, format }])
    }
  }
  return lines
}

function tidyLink(link: LooseNode): Line {
  const label = (link.children ?? []).map((child): TextNode => {
    const text = child.type === 'linebreak' ? ' ' : clean(child.text ?? '').replaceAll('\n', ' ')
    return { type: 'text', text, format: formatOf(child) }
  })
  const url = safeLink(link.url ?? '')
  const children = tidySpaces(label).filter((child) => child.type === 'text')
  if (!url || !children.some((child) => child.text.trim())) return label

  return [{ type: 'link', url, children }]
}

function formatOf(node: LooseNode): number {
  return typeof node.format === 'number' ? node.format & everyFormat : 0
}

/** One spelling of each character, and none that a database refuses or a reader cannot see. */
function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(/(?!\n)\p{Cc}|[\u202D\u202E]/gu, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .normalize('NFC')
}

function tidyLine(line: Line): Line {
  const spaced = tidySpaces(line)
  const first = spaced[0]
  if (first?.type === 'text' && !first.text.trim()) spaced.shift()
  else if (first?.type === 'text') spaced[0] = { ...first, text: first.text.trimStart() }

  const last = spaced.at(-1)
  if (last?.type === 'text' && !last.text.trim()) spaced.pop()
  else if (last?.type === 'text') spaced[spaced.length - 1] = { ...last, text: last.text.trimEnd() }
  return spaced
}

/** Neighbours of one format become one text; a space is bold only between bold words. */
function tidySpaces(line: Line): Line {
  const pieces = piecesOf(line)
  const tidied: Line = []
  for (const [index, piece] of pieces.entries()) {
    if (piece.type === 'link') {
      tidied.push(piece)
      continue
    }
    const isSpace = !piece.text.trim()
    const format = isSpace
      ? formatBeside(pieces[index - 1]) & formatBeside(pieces[index + 1])
      : (piece.format ?? 0)
    const before = tidied.at(-1)
    if (before?.type === 'text' && (before.format ?? 0) === format) {
      before.text += piece.text
    } else {
      tidied.push({ type: 'text', text: piece.text, ...(format ? { format } : {}) })
    }
  }
  // An accent may have stood in the next text; once for all, or a long line would be read as often as it has words.
  return tidied.map((node) => (node.type === 'text' ? { ...node, text: node.text.normalize('NFC') } : node))
}

function formatBeside(piece: TextNode | LinkNode | undefined): number {
  return piece?.type === 'text' ? (piece.format ?? 0) : 0
}

// Words and the spaces between them, apart; spaces that meet across two texts are one.
function piecesOf(line: Line): Line {
  const pieces: Line = []
  for (const node of line) {
    if (node.type === 'link') {
      pieces.push(node)
      continue
    }
    for (const text of node.text.match(/\s+|\S+/gu) ?? []) {
      const before = pieces.at(-1)
      if (before?.type === 'text' && !before.text.trim() && !text.trim()) before.text += text
      else pieces.push({ ...node, text })
    }
  }
  return pieces
}
