import { ExpressionProblem } from './problem.ts'
import type { Operator } from './tree.ts'

export type Token =
  | { is: 'text'; text: string; at: number }
  | { is: 'number'; number: number; at: number }
  | { is: 'reference'; name: string; at: number }
  | { is: 'name'; name: string; at: number }
  | { is: 'operator'; operator: Operator; at: number }
  | { is: 'mark'; mark: '(' | ')' | '[' | ']' | ',' | '/' | '.' | '..' | '*'; at: number }
  | { is: 'end'; at: number }

const MOST_CHARACTERS = 10_000
const WORDS_BETWEEN = new Set<string>(['or', 'and', 'div', 'mod'])
const space = /\s+/y
const number = /(?:\d+(?:\.\d*)?|\.\d+)/y
const name = /[\p{L}_][\p{L}\p{M}\p{N}_.-]*(?::(?!:)[\p{L}_][\p{L}\p{M}\p{N}_.-]*)?/uy
const between = /!=|<=|>=|[=<>+|-]/y
const reference = /\$\{([^{}]*)\}/y

/** An expression cut into its words; whether `*` multiplies and `div` divides is told by what stands before (XPath 1.0, 3.7). */
export function tokensOf(source: string): Token[] {
  if (source.trim() === '') throw new ExpressionProblem('expression-empty', 1)
  if (source.length > MOST_CHARACTERS) {
    throw new ExpressionProblem('expression-too-long', MOST_CHARACTERS, { most: MOST_CHARACTERS })
  }
  const tokens: Token[] = []
  let place = 0
  const take = (shape: RegExp): RegExpExecArray | null => {
    shape.lastIndex = place
    const found = shape.exec(source)
    if (found) place = shape.lastIndex
    return found
  }
  for (;;) {
    take(space)
    const at = place + 1
    const next = source[place]
    if (next === undefined) return [...tokens, { is: 'end', at }]
    const afterOperand = endsOperand(tokens.at(-1))
    if (next === '"' || next === "'") {
      const end = source.indexOf(next, place + 1)
      if (end < 0) throw new ExpressionProblem('unclosed-text', at)
      tokens.push({ is: 'text', text: source.slice(place + 1, end), at })
      place = end + 1
      continue
    }
    if (next === '$') {
      const found = take(reference)?.[1]?.trim()
      if (!found) throw new ExpressionProblem('unclosed-reference', at)
      if (found.startsWith('last-saved#')) throw new ExpressionProblem('last-saved', at, { name: found })
      tokens.push({ is: 'reference', name: found, at })
      continue
    }
    const digits = take(number)
    if (digits) {
      tokens.push({ is: 'number', number: Number(digits[0]), at })
      continue
    }
    const word = take(name)?.[0]
    if (word !== undefined) {
      tokens.push(
        afterOperand && WORDS_BETWEEN.has(word)
          ? { is: 'operator', operator: word as Operator, at }
          : { is: 'name', name: word, at },
      )
      continue
    }
    const sign = take(between)?.[0]
    if (sign !== undefined) {
      if (sign === '=' && source[place] === '=') throw new ExpressionProblem('doubled-equals', at)
      tokens.push({ is: 'operator', operator: sign as Operator, at })
      continue
    }
    if (next === '*') {
      place += 1
      tokens.push(afterOperand ? { is: 'operator', operator: '*', at } : { is: 'mark', mark: '*', at })
      continue
    }
    if (source.startsWith('//', place) || source.startsWith('::', place) || next === '@') {
      throw new ExpressionProblem('unsupported-axis', at, { sign: next === '@' ? '@' : next + next })
    }
    const mark = source.startsWith('..', place) ? '..' : next
    if (!isMark(mark)) {
      throw new ExpressionProblem('“”‘’«»'.includes(next) ? 'curly-quotes' : 'unexpected-character', at, {
        character: String.fromCodePoint(source.codePointAt(place) ?? 0),
      })
    }
    place += mark.length
    tokens.push({ is: 'mark', mark, at })
  }
}

function isMark(text: string): text is Extract<Token, { is: 'mark' }>['mark'] {
  return ['(', ')', '[', ']', ',', '/', '.', '..'].includes(text)
}

function endsOperand(token: Token | undefined): boolean {
  if (!token || token.is === 'operator' || token.is === 'end') return false
  return token.is !== 'mark' || [')', ']', '.', '..', '*'].includes(token.mark)
}
