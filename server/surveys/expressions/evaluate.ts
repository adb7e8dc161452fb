import { descend, lineOf, reach, type AnswerNode, type Places } from './answer-node.ts'
import { dateFunctions } from './date-functions.ts'
import type { FunctionName } from './function-names.ts'
import { numberFunctions } from './number-functions.ts'
import { calculate, compare, isComparison } from './operations.ts'
import { ExpressionProblem } from './problem.ts'
import { textFunctions } from './text-functions.ts'
import { questionNamed, type Step, type Tree } from './tree.ts'
import { asBoolean, asNumber, asText, type Scope, type Surroundings, type Value } from './values.ts'

/** Steps that one expression may cost; a form whose expressions multiply over long repeats is stopped here. */
const MOST_WORK = 200_000
const plain = { ...textFunctions, ...numberFunctions, ...dateFunctions }

/**
 * What an expression comes to for who asks: `at` is the question (or turn, or group) that it is written at. In a choice
 * filter `here` is the choice, whose columns bare names then mean. Pure but for `now` and `random`, which are handed in.
 */
export function evaluate(
  tree: Tree,
  asked: { at: AnswerNode; here?: AnswerNode; places: Places; surroundings: Surroundings },
): Value {
  return new Evaluation(asked).value(tree, { here: asked.here ?? asked.at, position: 1, size: 1 })
}

type Standing = { here: AnswerNode; position: number; size: number }

class Evaluation {
  private readonly at: AnswerNode
  private readonly places: Places
  private readonly surroundings: Surroundings
  private work = 0

  constructor(asked: { at: AnswerNode; places: Places; surroundings: Surroundings }) {
    this.at = asked.at
    this.places = asked.places
    this.surroundings = asked.surroundings
  }

  value(tree: Tree, standing: Standing): Value {
    this.spend(1, 'at' in tree ? tree.at : 1)
    switch (tree.is) {
      case 'text':
        return tree.text
      case 'number':
        return tree.number
      case 'negation':
        return -asNumber(this.value(tree.of, standing), this.surroundings.zone)
      case 'reference': {
        const found = this.kept(this.refer(this.at, tree.name, tree.at), tree.where)
        return this.walk(found, tree.steps, tree.at)
      }
      case 'path':
        return this.path(tree, standing)
      case 'operation':
        return this.operation(tree, standing)
      case 'call':
        return this.call(tree, standing)
    }
  }

  private operation(tree: Extract<Tree, { is: 'operation' }>, standing: Standing): Value {
    const { operator } = tree
    const { zone } = this.surroundings
    const left = this.value(tree.left, standing)
    if (operator === 'and' || operator === 'or') {
      if (asBoolean(left) === (operator === 'or')) return operator === 'or'
      return asBoolean(this.value(tree.right, standing))
    }
    const right = this.value(tree.right, standing)
    if (operator === '|') {
      return [...new Set([...this.set(left, tree.at), ...this.set(right, tree.at)])]
    }
    if (!isComparison(operator)) return calculate(operator, left, right, zone)
    this.spend((Array.isArray(left) ? left.length : 1) * (Array.isArray(right) ? right.length : 1), tree.at)
    return compare(operator, left, right, zone)
  }

  private path(tree: Extract<Tree, { is: 'path' }>, standing: Standing): AnswerNode[] {
    if (tree.from === 'root') {
      // The first step names the form itself, whatever its name: XLSForm lets it be `data` or the form's own.
      const root = lineOf(this.at).slice(0, 1)
      return this.walk(root, tree.steps.slice(1), tree.at)
    }
    const from = tree.from === 'here' ? [standing.here] : this.set(this.value(tree.from, standing), tree.at)
    return this.walk(this.kept(from, tree.where), tree.steps, tree.at)
  }

  private walk(from: AnswerNode[], steps: Step[], at: number): AnswerNode[] {
    let found = from
    for (const step of steps) {
      const next = new Set<AnswerNode>()
      for (const node of found) {
        const reached = stepped(node, step.name)
        this.spend(reached.length + 1, at)
        for (const each of this.kept(reached, step.where)) next.add(each)
      }
      found = [...next]
    }
    return found
  }

  /** Those for which every condition holds; a number asks for its place. */
  private kept(nodes: AnswerNode[], conditions: Tree[]): AnswerNode[] {
    let left = nodes
    for (const condition of conditions) {
      const size = left.length
      left = left.filter((here, index) => {
        const value = this.value(condition, { here, position: index + 1, size })
        return typeof value === 'number' ? value === index + 1 : asBoolean(value)
      })
    }
    return left
  }

  private call(tree: Extract<Tree, { is: 'call' }>, standing: Standing): Value {
    if (isPlain(tree.calls)) return this.plain(tree.calls, tree, standing)
    const { zone } = this.surroundings
    const given = (index: number): Value => this.value(tree.given[index] ?? EMPTY, standing)
    switch (tree.calls) {
      case 'if':
        return asBoolean(given(0)) ? given(1) : given(2)
      case 'coalesce': {
        for (const index of tree.given.keys()) {
          const text = asText(given(index), zone)
          if (text !== '') return text
        }
        return ''
      }
      case 'once':
        return asText([this.at], zone) || asText(given(0), zone)
      case 'current':
        return [this.at]
      case 'instance':
        return this.list(asText(given(0), zone), tree.at)
      case 'indexed-repeat':
        return this.indexed(tree, standing)
      case 'jr:choice-name': {
        const question = questionNamed(asText(given(1), zone))
        return this.surroundings.choiceLabel(question, asText(given(0), zone))
      }
    }
  }

  private plain(calls: keyof typeof plain, tree: Extract<Tree, { is: 'call' }>, standing: Standing): Value {
    const scope: Scope = {
      ...standing,
      surroundings: this.surroundings,
      spend: (work) => {
        this.spend(work, tree.at)
      },
      problem: (reason, values = {}) => new ExpressionProblem(reason, tree.at, { name: calls, ...values }),
    }
    const values = tree.given.map((each) => this.value(each, standing))
    this.spend(
      values.reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 0), 0),
      tree.at,
    )
    return plain[calls](values, scope)
  }

  /** The answer in a certain turn of a repeat, and of repeats in it: the paths are read from the top, not from here. */
  private indexed(tree: Extract<Tree, { is: 'call' }>, standing: Standing): AnswerNode[] {
    const [wanted, ...turns] = tree.given
    if (wanted?.is !== 'reference') throw new ExpressionProblem('not-a-repeat', tree.at)
    let from = lineOf(this.at).slice(0, 1)
    let done = 0
    for (let index = 0; index < turns.length; index += 2) {
      const repeat = turns[index]
      if (repeat?.is !== 'reference') throw new ExpressionProblem('not-a-repeat', tree.at)
      const path = this.placeOf(repeat.name, repeat.at)
      const turn = asNumber(this.value(turns[index + 1] ?? EMPTY, standing), this.surroundings.zone)
      from = descend(from, path.slice(done)).slice(turn - 1, turn)
      if (!(turn >= 1)) from = []
      done = path.length
    }
    return descend(from, this.placeOf(wanted.name, wanted.at).slice(done))
  }

  private list(name: string, at: number): AnswerNode[] {
    const found = this.surroundings.list(name)
    if (!found) throw new ExpressionProblem('unknown-list', at, { name })
    return [found]
  }

  private refer(from: AnswerNode, name: string, at: number): AnswerNode[] {
    const found = reach(from, this.placeOf(name, at))
    this.spend(found.length, at)
    return found
  }

  private placeOf(name: string, at: number): readonly string[] {
    const place = Object.hasOwn(this.places, name) ? this.places[name] : undefined
    if (!place) throw new ExpressionProblem('unknown-question', at, { name })
    return place
  }

  private set(value: Value, at: number): AnswerNode[] {
    if (!Array.isArray(value)) throw new ExpressionProblem('not-a-set', at)
    return value
  }

  private spend(work: number, at: number): void {
    this.work += work
    if (this.work > MOST_WORK) throw new ExpressionProblem('too-much-work', at, { most: MOST_WORK })
  }
}

function isPlain(name: FunctionName): name is keyof typeof plain {
  return Object.hasOwn(plain, name)
}

const EMPTY: Tree = { is: 'text', text: '' }

function stepped(node: AnswerNode, name: string): AnswerNode[] {
  if (name === '.') return [node]
  if (name === '..') return node.parent ? [node.parent] : []
  return name === '*' ? node.children : node.children.filter((child) => child.name === name)
}
