import { nearest } from './nearest.ts'
import { parse } from './parse.ts'
import { isReadable } from './pattern.ts'
import { ExpressionProblem } from './problem.ts'
import { childrenOf, questionNamed, type Tree } from './tree.ts'

/** Reads an expression once, and refuses what could only fail later: questions and lists that there are not, patterns that cannot be read. */
export function compile(
  source: string,
  known: { questions: ReadonlySet<string>; lists: ReadonlySet<string> },
): Tree {
  const tree = parse(source)
  check(tree, known.questions, known.lists)
  return tree
}

function check(tree: Tree, questions: ReadonlySet<string>, lists: ReadonlySet<string>): void {
  if (tree.is === 'reference' && !questions.has(tree.name)) {
    throw new ExpressionProblem('unknown-question', tree.at, {
      name: tree.name,
      nearest: nearest(tree.name, questions),
    })
  }
  if (tree.is === 'call') {
    const [first, second] = tree.given
    if (tree.calls === 'regex' && second?.is === 'text' && !isReadable(second.text)) {
      throw new ExpressionProblem('bad-pattern', tree.at, { pattern: second.text })
    }
    if (tree.calls === 'instance' && first?.is === 'text' && !lists.has(first.text)) {
      throw new ExpressionProblem('unknown-list', tree.at, {
        name: first.text,
        nearest: nearest(first.text, lists),
      })
    }
    if (tree.calls === 'jr:choice-name' && second?.is === 'text') {
      const name = questionNamed(second.text)
      if (!questions.has(name)) {
        throw new ExpressionProblem('unknown-question', tree.at, { name, nearest: nearest(name, questions) })
      }
    }
  }
  for (const child of childrenOf(tree)) check(child, questions, lists)
}
