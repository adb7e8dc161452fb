import type { Election, Paper, Position } from '../election.ts'
import { insistOnNames, linesOf, malformed, papersOf, wholeNumber, type BallotFile } from './ballot-file.ts'

type Token = { text: string; line: number; isQuoted: boolean }

/**
 * The BLT format (I. D. Hill and B. A. Wichmann): candidates and seats; withdrawn ones with a minus; papers as a weight, the
 * preferences and 0; a single 0; the names and the title in quotes. With OpaVote's two additions: `=` between names at one rank, `-` for a
 * rank left out. What follows `#` is a remark; a quote in a name is written twice. A paper ends on its line: over its end, a 0 that was
 * forgotten would make one paper of two.
 */
export function readBlt({ file, text }: BallotFile): Election {
  const tokens = tokensOf(file, text)
  let at = 0
  const lastLine = tokens.at(-1)?.line ?? 1
  const next = (what: string): Token =>
    tokens[at++] ?? malformed(file, lastLine, `the file ends where ${what} should be`)
  const number = (what: string): number => {
    const token = next(what)
    return (
      (token.isQuoted ? undefined : wholeNumber(token.text)) ??
      malformed(file, token.line, `${what} should be here, not "${token.text}"`)
    )
  }

  const count = number('the number of candidates')
  const firstLine = tokens[0]?.line ?? 1
  if (count < 1 || count > 10_000) malformed(file, firstLine, 'there must be from 1 to 10,000 candidates')
  const seats = number('the number of seats')
  if (seats < 1 || seats > count)
    malformed(file, firstLine, 'there must be at least one seat, and no more seats than candidates')
  const candidateOf = (token: Token, written: string): number => {
    const candidate = wholeNumber(written)
    if (candidate === undefined || candidate < 1 || candidate > count)
      malformed(file, token.line, `"${token.text}" is not a candidate from 1 to ${count}`)
    return candidate - 1
  }

  const withdrawn = new Set<number>()
  while (/^-\d/.test(tokens[at]?.text ?? '') && tokens[at]?.isQuoted === false) {
    const token = next('a withdrawn candidate')
    withdrawn.add(candidateOf(token, token.text.slice(1)))
  }
  const papers: Paper[] = []
  const add = papersOf(file)
  for (;;) {
    const line = tokens[at]?.line ?? lastLine
    const weight = number('the weight of a paper, or the 0 that ends them,')
    if (weight === 0) break
    const positions: Position[] = []
    for (;;) {
      const token = next('a preference, or the 0 that ends the paper,')
      if (token.line !== line) malformed(file, line, 'the paper does not end with 0')
      if (!token.isQuoted && token.text === '0') break
      if (token.text === '-' && !token.isQuoted) {
        positions.push([])
        continue
      }
      const equals = token.text.split('=').map((each) => candidateOf(token, each))
      positions.push(equals.length > 1 ? equals : (equals[0] ?? []))
    }
    add(weight, line)
    papers.push({ weight, positions })
  }

  const names: { name: string; line: number }[] = []
  for (let n = 1; n <= count; n++) {
    const token = next(`the name of candidate ${n}`)
    if (!token.isQuoted) malformed(file, token.line, `the name of candidate ${n} must be in quotes`)
    names.push({ name: token.text.trim(), line: token.line })
  }
  insistOnNames(file, names)
  const title = tokens[at]
  if (title && !title.isQuoted) malformed(file, title.line, 'the title must be in quotes')
  const after = tokens[at + 1]
  if (after) malformed(file, after.line, `nothing comes after the title, but here is "${after.text}"`)
  return {
    title: title?.text ?? '',
    candidates: names.map(({ name }) => name),
    withdrawn: [...withdrawn],
    seats,
    papers,
  }
}

function tokensOf(file: string, text: string): Token[] {
  const tokens: Token[] = []
  for (const { number, text: line } of linesOf(text)) {
    for (let at = 0; at < line.length;) {
      const character = line[at] ?? ''
      if (character === '#') break
      if (/\s/.test(character)) {
        at++
      } else if (character === '"') {
        const [quoted] = /^"(?:[^"]|"")*"/.exec(line.slice(at)) ?? []
        if (quoted === undefined) malformed(file, number, 'a quote is opened and not closed')
        tokens.push({ text: quoted.slice(1, -1).replaceAll('""', '"'), line: number, isQuoted: true })
        at += quoted.length
      } else {
        const [word = ''] = /^[^\s"#]+/.exec(line.slice(at)) ?? []
        tokens.push({ text: word, line: number, isQuoted: false })
        at += word.length
      }
    }
  }
  return tokens
}
