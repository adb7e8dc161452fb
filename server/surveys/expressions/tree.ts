import type { FunctionName } from './function-names.ts'

export type Operator =
  | 'or'
  | 'and'
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | 'div'
  | 'mod'
  | '|'

/** One step of a path: a name, `*`, `.` or `..`, and the conditions in brackets after it. */
export type Step = { name: string; where: Tree[] }

/** An expression once read: plain JSON, so that it is kept and sent as it is. `at` is the column where it was written. */
export type Tree =
  | { is: 'text'; text: string }
  | { is: 'number'; number: number }
  | { is: 'reference'; name: string; steps: Step[]; where: Tree[]; at: number }
  | { is: 'path'; from: 'root' | 'here' | Tree; where: Tree[]; steps: Step[]; at: number }
  | { is: 'call'; calls: FunctionName; given: Tree[]; at: number }
  | { is: 'operation'; operator: Operator; left: Tree; right: Tree; at: number }
  | { is: 'negation'; of: Tree; at: number }

/** The question that text like `'${name}'` or `'/data/group/name'` means, as `jr:choice-name` is given it. */
export function questionNamed(text: string): string {
  const inside = text.startsWith('${') && text.endsWith('}') ? text.slice(2, -1) : text
  return inside.split('/').at(-1)?.trim() ?? ''
}

/** The names that an expression asks for with `${…}`. */
export function referencesOf(tree: Tree): string[] {
  const found = new Set<string>()
  const look = (each: Tree): void => {
    if (each.is === 'reference') found.add(each.name)
    for (const child of childrenOf(each)) look(child)
  }
  look(tree)
  return [...found]
}

export function childrenOf(tree: Tree): Tree[] {
  switch (tree.is) {
    case 'text':
    case 'number':
      return []
    case 'reference':
      return [...tree.where, ...tree.steps.flatMap((step) => step.where)]
    case 'path':
      return [
        ...(typeof tree.from === 'string' ? [] : [tree.from]),
        ...tree.where,
        ...tree.steps.flatMap((step) => step.where),
      ]
    case 'call':
      return tree.given
    case 'operation':
      return [tree.left, tree.right]
    case 'negation':
      return [tree.of]
  }
}
