import type { AnswerNode, Places } from '#server/surveys/expressions/answer-node.ts'
import { matches } from '#server/surveys/expressions/pattern.ts'
import type { Surroundings } from '#server/surveys/expressions/values.ts'

/** What somebody answered, as short as it can be written: a list is the turns of a repeat. */
export type Answered = { [name: string]: string | Answered | Answered[] }

export function answersOf(answered: Answered, name = 'data', parent?: AnswerNode): AnswerNode {
  const node: AnswerNode = { name, value: '', parent, children: [] }
  for (const [name, value] of Object.entries(answered)) {
    if (typeof value === 'string') node.children.push({ name, value, parent: node, children: [] })
    else for (const turn of [value].flat()) node.children.push(answersOf(turn, name, node))
  }
  return node
}

export function placesOf(answered: Answered, above: string[] = []): Places {
  return Object.fromEntries(
    Object.entries(answered).flatMap(([name, value]) => {
      const path = [...above, name]
      const first = Array.isArray(value) ? value[0] : value
      const below = first === undefined || typeof first === 'string' ? {} : placesOf(first, path)
      return [[name, path], ...Object.entries(below)]
    }),
  )
}

/** The question at a path of names, each with the number of its turn where it has one: `household/member:2/age`. */
export function placeAt(root: AnswerNode, path: string): AnswerNode {
  let node = root
  for (const step of path.split('/').filter(Boolean)) {
    const [name, turn = '1'] = step.split(':')
    const found = node.children.filter((child) => child.name === name)[Number(turn) - 1]
    if (!found) throw new Error(`no ${step} in ${path}`)
    node = found
  }
  return node
}

export const rome: Surroundings = {
  now: Date.parse('2026-11-23T09:30:15.250Z'),
  zone: 'Europe/Rome',
  language: 'en',
  random: () => 0.25,
  matches,
  choiceLabel: () => '',
  list: () => undefined,
}
