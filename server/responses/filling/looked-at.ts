import type { Expression, FormDefinition, Item } from '../../surveys/contract.ts'
import { childrenOf, type Tree } from '../../surveys/expressions/index.ts'
import type { Place } from './lay-out.ts'

const known = new WeakMap<FormDefinition, ReadonlySet<string> | 'any'>()

/**
 * Whether anything that is worked out may look at this question: what does is found by the names in `${…}`, and where a form asks
 * by other ways (a path, a name in a text) anything may. What nobody looks at is put down without working out the form anew, which
 * costs as much as all the rest of a page.
 */
export function isLookedAt(form: FormDefinition, { item }: Place): boolean {
  const names = known.get(form) ?? namesLookedAt(form.items)
  known.set(form, names)
  return names === 'any' || names.has(item.name)
}

function namesLookedAt(items: Item[]): ReadonlySet<string> | 'any' {
  const names = new Set<string>()
  const isPlain = (tree: Tree): boolean => {
    if (tree.is === 'path' || (tree.is === 'call' && tree.calls === 'jr:choice-name')) return false
    if (tree.is === 'reference') for (const name of [tree.name, ...stepsOf(tree)]) names.add(name)
    return !stepsOf(tree).some((name) => /[.*]/.test(name)) && childrenOf(tree).every(isPlain)
  }
  return [...workedOut(items)].every(({ tree }) => isPlain(tree)) ? names : 'any'
}

function stepsOf(tree: Tree): string[] {
  return tree.is === 'reference' ? tree.steps.map(({ name }) => name) : []
}

function* workedOut(items: Item[]): Generator<Expression> {
  for (const item of items) {
    if (item.is === 'unasked') continue
    if (item.relevant) yield item.relevant
    if (item.is === 'question') {
      if (item.calculation) yield item.calculation
      if (item.default && 'tree' in item.default) yield item.default
    } else {
      if (item.is === 'repeat' && item.repeatCount) yield item.repeatCount
      yield* workedOut(item.items)
    }
  }
}
