import type { Answered } from './contract.ts'

/** Takes one turn of a repeat out of the answers, or adds an empty one: `remove:household/member[2]`, `add:household/member`. */
export function withTurn(answers: Answered, asked: string): Answered {
  const [what, path = ''] = asked.split(/:(.*)/s)
  const steps = path.split('/').map((step) => {
    const [, name = step, turn] = /^(.*)\[(\d{1,3})\]$/s.exec(step) ?? []
    return { name, turn: turn === undefined ? undefined : Number(turn) - 1 }
  })
  return changed(answers, steps, what === 'add' ? 'add' : 'remove')
}

type Step = { name: string; turn: number | undefined }

function changed(answers: Answered, [step, ...rest]: Step[], what: 'add' | 'remove'): Answered {
  if (!step) return answers
  const given = Object.hasOwn(answers, step.name) ? answers[step.name] : undefined
  const set = (value: Answered | Answered[]) =>
    Object.fromEntries([
      ...Object.entries(answers).filter(([name]) => name !== step.name),
      [step.name, value],
    ])
  if (Array.isArray(given)) {
    if (rest.length > 0)
      return set(given.map((turn, at) => (at === step.turn ? changed(turn, rest, what) : turn)))
    return set(what === 'add' ? [...given, {}] : given.filter((_, at) => at !== step.turn))
  }
  return typeof given === 'object' ? set(changed(given, rest, what)) : answers
}
