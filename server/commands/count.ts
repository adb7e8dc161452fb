import {
  assentKinds,
  count,
  countGreedy,
  countKnapsack,
  forOneWinner,
  methods,
  readElection,
  readPabulib,
  type AssentKind,
  type Election,
} from '../ballots/counting/index.ts'
import { Unreadable } from '../unreadable.ts'
import { askedOfFile, oneOf, textOf } from './asked.ts'
import { countAnswers } from './count-answers.ts'
import { countAsText, sharesAsText } from './count-as-text.ts'
import { quorumOf, quorumOptions, underQuorum } from './quorum.ts'

const command = 'tavolo count'
const budgetMethods = ['greedy', 'knapsack'] as const
const known = [...methods, ...budgetMethods, ...assentKinds]

/** `tavolo count FILE --method METHOD [--seats N] [--tie shared|lot] [--seed TEXT] [--overvote RULE] [--skipped RULE] [--majority M] [--roll N] [--quorum P] [--json]` */
export function run(words: string[], out: (text: string) => void): void {
  const { file, values } = askedOfFile(command, words, {
    method: { type: 'string' },
    seats: { type: 'string' },
    tie: { type: 'string' },
    seed: { type: 'string' },
    overvote: { type: 'string' },
    skipped: { type: 'string' },
    majority: { type: 'string' },
    ...quorumOptions,
    json: { type: 'boolean' },
  })
  if (values.method === undefined) throw new Unreadable(command, `--method is one of ${known.join(', ')}.`)
  const method = oneOf(command, '--method', known, values.method)
  const quorum = quorumOf(command, values)
  const given = { file, text: textOf(file) }
  if (method === 'greedy' || method === 'knapsack') {
    const budget = readPabulib(given)
    const counted = method === 'greedy' ? countGreedy(budget) : countKnapsack(budget)
    const result = underQuorum(counted, counted.ballots, quorum)
    out(values.json ? `${JSON.stringify(result)}\n` : sharesAsText(result))
    return
  }
  if (isAssent(method)) {
    const result = countAnswers(command, given, { method, majority: values.majority, quorum })
    out(values.json ? `${JSON.stringify(result)}\n` : countAsText(result))
    return
  }
  const seats = seatsOf(values.seats)
  if (forOneWinner.has(method) && seats !== undefined && seats !== 1)
    throw new Unreadable(command, `${method} elects one, so --seats cannot be ${seats}.`)
  const election = file.toLowerCase().endsWith('.pb')
    ? approvalsOf(given)
    : readElection(given, method === 'score' || method === 'approval' ? 'points' : 'ranks')
  if (seats !== undefined && seats > election.candidates.length)
    throw new Unreadable(
      command,
      `--seats is ${seats}, and there are ${election.candidates.length} candidates.`,
    )
  if (method === 'score' && election.papers.some(({ points }) => points === undefined))
    throw new Unreadable(file, 'a count of points needs a table with points under each name.')
  const rule = (option: '--overvote' | '--skipped', value: string | undefined) =>
    value === undefined ? undefined : oneOf(command, option, ['exhausts', 'passed-over'] as const, value)
  const counted = count(method, election, {
    seats,
    seed: values.seed,
    tie:
      values.tie === undefined ? undefined : oneOf(command, '--tie', ['shared', 'lot'] as const, values.tie),
    overvote: rule('--overvote', values.overvote),
    skipped: rule('--skipped', values.skipped),
  })
  const result = underQuorum(counted, counted.ballots, quorum)
  out(values.json ? `${JSON.stringify(result)}\n` : countAsText(result))
}

function isAssent(method: (typeof known)[number]): method is AssentKind {
  return assentKinds.some((kind) => kind === method)
}

function seatsOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  if (!/^[1-9]\d{0,3}$/.test(given))
    throw new Unreadable(command, `--seats is a number from 1, not "${given}".`)
  return Number(given)
}

/** The approvals of a budget, as papers that name projects. */
function approvalsOf(given: { file: string; text: string }): Election {
  const { title, projects, votes } = readPabulib(given)
  return {
    title,
    candidates: projects.map(({ id }) => id),
    withdrawn: [],
    seats: null,
    papers: votes.map((positions) => ({ weight: 1, positions: positions.length > 0 ? [positions] : [] })),
  }
}
