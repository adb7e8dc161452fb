import {
  countAssent,
  outcomeOfAssent,
  readAnswers,
  type AssentKind,
  type Result,
} from '../ballots/counting/index.ts'
import { majorities } from '../ballots/words.ts'
import { answersOf } from '../polls/words.ts'
import { Unreadable } from '../unreadable.ts'
import { oneOf } from './asked.ts'
import { underQuorum, type Quorum } from './quorum.ts'

/** Answers to the question itself, as the same object that every count gives, with what was decided. */
export function countAnswers(
  command: string,
  given: { file: string; text: string },
  asked: { method: AssentKind; majority: string | undefined; quorum: Quorum | undefined },
): Result & { outcome?: string; median: string | null } {
  const { method, quorum } = asked
  const majority = oneOf(command, '--majority', majorities, asked.majority ?? 'simple')
  if (method === 'favour' && majority === 'absolute' && quorum === undefined)
    throw new Unreadable(command, 'an absolute majority is of all who could vote: say how many with --roll.')
  const counted = countAssent(method, readAnswers(given, answersOf[method]))
  const { ballots, tally, median } = counted
  const votes = tally.map(({ answer, votes: each }) => ({ name: answer, votes: each }))
  const result = {
    method,
    seats: 1,
    ballots,
    winners: [],
    order: [],
    rounds: [{ round: 1, votes, elected: [], excluded: [] }],
    ties: [],
    rules: { passes: method === 'favour' ? majority : method },
    median,
  }
  return underQuorum(
    result,
    ballots,
    quorum,
    outcomeOfAssent(method, counted, { majority, roll: quorum?.roll ?? 0 }),
  )
}
