import { textFormats } from './shape.ts'
import type { BlockNode, InlineNode, LinkNode, ListNode, RichDocument, TextNode } from './shape.ts'

/** What stands in the textarea: reading it back gives the same document. */
export function textOf(document: RichDocument): string {
  return document.root.children.map((block) => blockText(block, writtenLine)).join('\n\n')
}

/** The words alone, without marks: for search, mail and excerpts. */
export function plainTextOf(document: RichDocument): string {
  return document.root.children.map((block) => blockText(block, plainLine)).join('\n\n')
}

type Line = (TextNode | LinkNode)[]
type LineWriter = (line: Line, at: 'block-start' | 'after-mark') => string

function blockText(block: BlockNode, write: LineWriter): string {
  if (block.type === 'list') return listText(block, '', write)
  if (block.type === 'paragraph') return inlineText(block.children, write, 'block-start')
  if (block.type === 'heading') {
    return mark(write, block.tag === 'h3' ? '### ' : '## ') + inlineText(block.children, write, 'after-mark')
  }
  return linesOf(block.children)
    .map((line) => mark(write, '> ') + write(line, 'after-mark'))
    .join('\n')
}

function mark(write: LineWriter, written: string): string {
  return write === plainLine ? '' : written
}

function inlineText(children: InlineNode[], write: LineWriter, at: 'block-start' | 'after-mark'): string {
  return linesOf(children)
    .map((line, index) => write(line, index ? 'block-start' : at))
    .join('\n')
}

function listText(list: ListNode, indent: string, write: LineWriter): string {
  return list.children
    .map((item, index) => {
      const bullet = list.listType === 'number' ? `${Math.min((list.start ?? 1) + index, 999)}. ` : '- '
      const words = item.children.filter((child) => child.type !== 'list')
      const nested = item.children.filter((child) => child.type === 'list')
      const first = inlineText(words, write, 'after-mark').replaceAll('\n', `\n${indent}  `)
      return [
        `${indent}${bullet}${first}`,
        ...nested.map((inner) => listText(inner, `${indent}  `, write)),
      ].join('\n')
    })
    .join('\n')
}

function linesOf(children: InlineNode[]): Line[] {
  const lines: Line[] = [[]]
  for (const child of children) {
    if (child.type === 'linebreak') lines.push([])
    else lines.at(-1)?.push(child)
  }
  return lines
}

function plainLine(line: Line): string {
  return line
    .flatMap((node) => (node.type === 'link' ? node.children : [node]))
    .map((node) => node.text)
    .join('')
}

const lineStart = /^(?:(?=#{2,3}\s|>|[-*•]\s)|(\d{1,3})(?=[.)]\s))/u

function writtenLine(line: Line, at: 'block-start' | 'after-mark'): string {
  const linkish = line.some((node) => node.type === 'text' && node.text.includes(']('))
  const written = withMarks(line, linkish ? /\[/gu : undefined)
  return at === 'block-start' ? written.replace(lineStart, '$1\\') : written
}

const marks = [
  { bit: textFormats.bold, sign: '**', run: /\*+/gu },
  { bit: textFormats.italic, sign: '__', run: /_+/gu },
]

function withMarks(line: Line, brackets: RegExp | undefined): string {
  const lone = loneSigns(line)
  let written = ''
  let format = 0
  const turn = (next: number): string => {
    const closing = marks.filter(({ bit }) => format & bit && !(next & bit)).map(({ sign }) => sign)
    const opening = marks.filter(({ bit }) => !(format & bit) && next & bit).map(({ sign }) => sign)
    format = next
    return [...closing, ...opening].join('')
  }

  for (const [index, node] of line.entries()) {
    if (node.type === 'link') {
      written += `${turn(0)}[${withMarks(node.children, /[[\]]/gu)}](${node.url})`
      continue
    }
    const before = turn(node.format ?? 0)
    const next = line[index + 1]
    const meets = next?.type === 'text' ? (next.format ?? 0) !== format : format !== 0
    written += before + escaped(node.text, { before: before !== '', after: meets, lone }, brackets)
  }
  return written + turn(0)
}

// A single `**` with no other to close it, as after a price, is read as itself.
function loneSigns(line: Line): string[] {
  const texts = line.filter((node) => node.type === 'text')
  return marks
    .filter(({ bit, sign, run }) => {
      const typed = texts.flatMap((node) => node.text.match(run) ?? []).filter((each) => each === sign)
      return typed.length < 2 && !texts.some((node) => (node.format ?? 0) & bit)
    })
    .map(({ sign }) => sign)
}

// Only what would be read as a mark is escaped: most people's words come back exactly as typed.
function escaped(
  text: string,
  mark: { before: boolean; after: boolean; lone: string[] },
  brackets: RegExp | undefined,
): string {
  const signs = text
    .replace(/\\(?=[\\*_[\]#>.)•-]|$)/gu, '\\\\')
    .replace(/\*+|_+/gu, (run, at: number, whole: string) => {
      const touches = (mark.before && at === 0) || (mark.after && at + run.length === whole.length)
      const isMark = run.length === 2 && !mark.lone.includes(run)
      return isMark || touches ? run.replace(/./gu, '\\$&') : run
    })
  return brackets ? signs.replace(brackets, '\\$&') : signs
}
