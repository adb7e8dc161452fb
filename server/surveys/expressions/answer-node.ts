/** A place in what somebody answered: a question with its value, or a group, a turn of a repeat or the whole with its children. */
export type AnswerNode = {
  name: string
  value: string
  parent: AnswerNode | undefined
  children: AnswerNode[]
}

/** Where each question, group and repeat stands in the form: the names from the top down to its own. */
export type Places = Readonly<Record<string, readonly string[]>>

/** The value of a question; of a group, all values in it one after the other (XPath's string-value of an element). */
export function textOf(node: AnswerNode): string {
  return node.children.length === 0 ? node.value : node.children.map(textOf).join('')
}

/**
 * What `${name}` means for who asks, as pyxform reads it: the nearest group or turn that both stand in, and from there down.
 * So a question of the same turn is itself, and one of a repeat elsewhere is all its turns.
 */
export function reach(from: AnswerNode, path: readonly string[]): AnswerNode[] {
  const above = lineOf(from)
  let shared = 0
  while (shared < path.length - 1 && above[shared + 1]?.name === path[shared]) shared += 1
  const start = above[shared]
  return start ? descend([start], path.slice(shared)) : []
}

export function descend(from: AnswerNode[], names: readonly string[]): AnswerNode[] {
  let found = from
  for (const name of names) {
    found = found.flatMap((node) => node.children.filter((child) => child.name === name))
  }
  return found
}

/** From the top down to this one. */
export function lineOf(node: AnswerNode): AnswerNode[] {
  const line: AnswerNode[] = []
  for (let each: AnswerNode | undefined = node; each; each = each.parent) line.push(each)
  return line.reverse()
}

/** Which of its like it is, from 1: the number of a repeat's turn. */
export function turnOf(node: AnswerNode): number {
  const alike = node.parent?.children.filter((child) => child.name === node.name) ?? [node]
  return alike.indexOf(node) + 1
}
