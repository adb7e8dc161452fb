import { functions, isFunction, unsupportedFunctions } from './function-names.ts'
import { nearest } from './nearest.ts'
import { ExpressionProblem } from './problem.ts'
import { tokensOf, type Token } from './tokens.ts'
import type { Operator, Step, Tree } from './tree.ts'

const DEEPEST = 60
/** Operators in a row lean on each other, so what is worked out goes as deep as there are operators. */
const MOST_OPERATORS = 500
const strength: Record<Operator, number> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  div: 6,
  mod: 6,
  '|': 8,
}
const NEGATION = 7

/** The tree of an expression, by the grammar of XPath 1.0 (section 3) without axes, attributes and `//`. */
export function parse(source: string): Tree {
  const reading = new Reading(tokensOf(source))
  const tree = reading.expression(0)
  reading.expectEnd()
  return tree
}

class Reading {
  private readonly tokens: Token[]
  private next = 0
  private depth = 0
  private operators = 0

  constructor(tokens: Token[]) {
    this.tokens = tokens
  }

  /** Everything that binds at least as strongly as this. */
  expression(least: number): Tree {
    this.depth += 1
    if (this.depth > DEEPEST) throw new ExpressionProblem('expression-too-deep', this.token.at)
    let left = this.operand()
    for (;;) {
      const token = this.token
      if (token.is !== 'operator' || strength[token.operator] < least) break
      this.operators += 1
      if (this.operators > MOST_OPERATORS) throw new ExpressionProblem('expression-too-deep', token.at)
      this.next += 1
      const right = this.expression(strength[token.operator] + 1)
      left = { is: 'operation', operator: token.operator, left, right, at: token.at }
    }
    this.depth -= 1
    return left
  }

  expectEnd(): void {
    if (this.token.is !== 'end') throw this.unexpected()
  }

  private get token(): Token {
    return this.tokens[this.next] ?? { is: 'end', at: 1 }
  }

  private operand(): Tree {
    const token = this.token
    switch (token.is) {
      case 'text':
        this.next += 1
        return this.continued({ is: 'text', text: token.text }, token.at)
      case 'number':
        this.next += 1
        return this.continued({ is: 'number', number: token.number }, token.at)
      case 'reference': {
        this.next += 1
        const where = this.conditions()
        return { is: 'reference', name: token.name, where, steps: this.stepsAfter(), at: token.at }
      }
      case 'operator': {
        if (token.operator !== '-') throw this.unexpected()
        this.next += 1
        return { is: 'negation', of: this.expression(NEGATION), at: token.at }
      }
      case 'name':
        return this.after('(') ? this.continued(this.call(token), token.at) : this.path('here')
      case 'mark': {
        if (token.mark === '(') {
          this.next += 1
          const inner = this.expression(0)
          this.expect(')')
          return this.continued(inner, token.at)
        }
        if (token.mark === '/') {
          this.next += 1
          return this.path('root')
        }
        return this.path('here')
      }
      case 'end':
        throw this.unexpected()
    }
  }

  private call(token: { name: string; at: number }): Tree {
    const { name, at } = token
    if (!isFunction(name)) {
      if (unsupportedFunctions.includes(name))
        throw new ExpressionProblem('unsupported-function', at, { name })
      throw new ExpressionProblem('unknown-function', at, {
        name,
        nearest: nearest(name, Object.keys(functions)),
      })
    }
    this.next += 2
    const given: Tree[] = []
    if (!this.is(')')) {
      do given.push(this.expression(0))
      while (this.accept(','))
    }
    this.expect(')')
    const [fewest, most] = functions[name]
    if (given.length < fewest) throw new ExpressionProblem('too-few-arguments', at, { name, fewest })
    if (given.length > most) throw new ExpressionProblem('too-many-arguments', at, { name, most })
    return { is: 'call', calls: name, given, at }
  }

  /** What may follow an operand: conditions in brackets, and steps. */
  private continued(from: Tree, at: number): Tree {
    const where = this.conditions()
    const steps = this.stepsAfter()
    return where.length > 0 || steps.length > 0 ? { is: 'path', from, where, steps, at } : from
  }

  private path(from: 'root' | 'here'): Tree {
    const at = this.token.at
    const first = this.step()
    return { is: 'path', from, where: [], steps: [first, ...this.stepsAfter()], at }
  }

  private stepsAfter(): Step[] {
    const steps: Step[] = []
    while (this.accept('/')) steps.push(this.step())
    return steps
  }

  private step(): Step {
    const token = this.token
    if (token.is === 'name') {
      this.next += 1
      return { name: token.name, where: this.conditions() }
    }
    if (token.is === 'mark' && ['.', '..', '*'].includes(token.mark)) {
      this.next += 1
      return { name: token.mark, where: this.conditions() }
    }
    throw this.unexpected()
  }

  private conditions(): Tree[] {
    const found: Tree[] = []
    while (this.accept('[')) {
      found.push(this.expression(0))
      this.expect(']')
    }
    return found
  }

  private is(mark: string): boolean {
    return this.token.is === 'mark' && this.token.mark === mark
  }

  private after(mark: string): boolean {
    const token = this.tokens[this.next + 1]
    return token?.is === 'mark' && token.mark === mark
  }

  private accept(mark: string): boolean {
    if (!this.is(mark)) return false
    this.next += 1
    return true
  }

  private expect(mark: string): void {
    if (!this.accept(mark)) throw this.unexpected(mark)
  }

  private unexpected(expected?: string): ExpressionProblem {
    const token = this.token
    const more = expected === undefined ? {} : { expected }
    if (token.is === 'end') return new ExpressionProblem('unexpected-end', token.at, more)
    return new ExpressionProblem('unexpected-word', token.at, { word: written(token), ...more })
  }
}

function written(token: Exclude<Token, { is: 'end' }>): string {
  switch (token.is) {
    case 'text':
      return `'${token.text}'`
    case 'number':
      return String(token.number)
    case 'reference':
      return `\${${token.name}}`
    case 'name':
      return token.name
    case 'operator':
      return token.operator
    case 'mark':
      return token.mark
  }
}
