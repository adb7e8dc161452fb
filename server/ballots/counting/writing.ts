import { asText, stringifyCells } from './cells.ts'
import { inCurrency, type Budget } from './budget.ts'
import type { Election, Position } from './election.ts'

/** As BLT: what counts of ranked papers elsewhere read too. */
export function writeBlt({ title, candidates, withdrawn, seats, papers }: Election): string {
  return [
    `${candidates.length} ${seats ?? 1}`,
    ...withdrawn.map((candidate) => `-${candidate + 1}`),
    ...papers.map(({ weight, positions }) => [weight, ...positions.map(mark), 0].join(' ')),
    '0',
    ...candidates.map(quoted),
    quoted(title),
    '',
  ].join('\n')
}

/** A quote in a name is written twice: a name that was changed would be another in the lot, and draw another winner. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function mark(position: Position): string {
  if (typeof position === 'number') return String(position + 1)
  return position.length === 0 ? '-' : position.map((candidate) => candidate + 1).join('=')
}

/**
 * As a table with the points that each paper gives under each name. Its first column says that every other one is a candidate,
 * whatever it is called: `Ballot` and `Choice 1` are names too.
 */
export function writePoints({ candidates, papers }: Election): string {
  return stringifyCells(
    [
      ['papers', ...candidates.map(asText)],
      ...papers.map(({ weight, points }) => [
        String(weight),
        ...(points ?? candidates.map(() => null)).map((each) => (each === null ? '' : String(each))),
      ]),
    ],
    ',',
  )
}

/** One column of answers to the question itself. */
export function writeAnswers(answers: readonly string[]): string {
  return stringifyCells([['vote'], ...answers.map((answer) => [answer])], ',')
}

/** As a `.pb` file. Voters are numbered as the votes stand, and say nothing of who they are. */
export function writePabulib({ title, budget, unitsInCurrency, projects, votes }: Budget): string {
  return stringifyCells(
    [
      ['META'],
      ['key', 'value'],
      ['description', title],
      ['num_projects', String(projects.length)],
      ['num_votes', String(votes.length)],
      ['budget', String(inCurrency(budget, unitsInCurrency))],
      ['vote_type', 'approval'],
      ['PROJECTS'],
      ['project_id', 'cost', 'name'],
      ...projects.map(({ id, cost, name }) => [id, String(inCurrency(cost, unitsInCurrency)), name]),
      ['VOTES'],
      ['voter_id', 'vote'],
      ...votes.map((vote, index) => [
        String(index + 1),
        vote.map((project) => projects[project]?.id ?? '').join(','),
      ]),
    ],
    ';',
  )
}
