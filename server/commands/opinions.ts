import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Analysis, analyse, letterOf, readComments, readVotes } from '../opinions/analysis/index.ts'
import { Unreadable } from '../unreadable.ts'
import { textOf } from './asked.ts'
import { opinionsAsText } from './opinions-as-text.ts'

const most = 100

/** `tavolo opinions VOTES.csv [--comments COMMENTS.csv] [--groups given | --fewest N] [--json]` */
export function run(words: string[], out: (text: string) => void): void {
  const { file, comments, division, fewest, isJson } = asked(words)
  const votes = readVotes(bytesOf(file), file)
  if (division === 'given') {
    if (votes.given === null) throw new Unreadable(file, 'no column is titled "group-id".', { line: 1 })
    if (new Set(votes.given).size > most) throw new Unreadable(file, `more than ${most} groups are given.`)
  }
  const known = comments === undefined ? [] : readComments(textOf(comments), comments)
  const analysis = analyse(votes, {
    refused: known.filter(({ moderated }) => moderated === -1).map(({ id }) => id),
    meta: known.filter(({ isMeta }) => isMeta).map(({ id }) => id),
    division,
    fewest,
  })
  const texts = new Map(known.map(({ id, text }) => [id, text]))
  out(
    isJson
      ? `${JSON.stringify(asJson(analysis, votes.statements))}\n`
      : opinionsAsText(analysis, {
          textOf: (statement) => texts.get(statement),
          fewest: division === 'found' ? fewest : null,
        }),
  )
}

function asked(words: string[]): {
  file: string
  comments: string | undefined
  division: 'found' | 'given'
  fewest: number
  isJson: boolean
} {
  const { values, positionals } = parsed(words)
  const [file, another] = positionals
  if (file === undefined) throw new Unreadable('tavolo opinions', 'name the file of votes.')
  if (another !== undefined)
    throw new Unreadable('tavolo opinions', `one file of votes, not also "${another}".`)
  if (values.groups !== undefined && values.groups !== 'given')
    throw new Unreadable('tavolo opinions', `--groups knows only "given", not "${values.groups}".`)
  if (values.fewest !== undefined && (values.groups || !/^[1-9]\d{0,5}$/.test(values.fewest)))
    throw new Unreadable('tavolo opinions', '--fewest is a whole number of people in a group that is found.')
  return {
    file,
    comments: values.comments,
    division: values.groups ?? 'found',
    fewest: Number(values.fewest ?? 3),
    isJson: values.json ?? false,
  }
}

function parsed(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        comments: { type: 'string' },
        groups: { type: 'string' },
        fewest: { type: 'string' },
        json: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new Unreadable('tavolo opinions', (error as Error).message)
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new Unreadable(file, (error as Error).message)
  }
}

/**
 * The one object that `--json` prints. Centre and components stand in the order of the file's columns; where people or
 * statements go by whole numbers they are numbers.
 *
 * @param columns the statements as the file has them
 */
function asJson(analysis: Analysis, columns: string[]) {
  const { votes, k, groupOf } = analysis
  const { statements, participants } = votes
  const place = new Map(statements.map((statement, column) => [statement, column]))
  const inFile = (values: Float64Array) => columns.map((statement) => values[place.get(statement)!]!)
  const byStatement = <Value>(valueOf: (column: number) => Value) =>
    Object.fromEntries(statements.map((statement, column) => [statement, valueOf(column)]))
  const numbers = (found: number[]) => found.map((column) => Number(statements[column]))
  const members: (number | string)[][] = Array.from({ length: k }, () => [])
  groupOf.forEach((group, row) => members[group]?.push(named(participants[row]!)))
  return {
    participants: participants.length,
    statements: statements.length,
    grouped: members.reduce((sum, { length }) => sum + length, 0),
    k,
    silhouette: analysis.silhouette,
    center: inFile(analysis.centre),
    components: analysis.components.map(inFile),
    groups: members.map((people, group) => ({
      letter: letterOf(group),
      size: people.length,
      members: people.sort(inOrder),
      representative: analysis.representative[group]!.map(
        ({ column, direction, repness, rTest, p, pTest }) => ({
          statement: Number(statements[column]),
          direction,
          repness,
          rTest,
          p,
          pTest,
        }),
      ),
    })),
    consensus: { agree: numbers(analysis.consensus.agree), disagree: numbers(analysis.consensus.disagree) },
    groupVotes: Object.fromEntries(
      analysis.groups.map(({ agreed, disagreed, seen }, group) => [
        letterOf(group),
        byStatement((column) => [agreed[column], disagreed[column], seen[column]]),
      ]),
    ),
    groupAwareConsensus:
      analysis.groupAwareConsensus === null
        ? {}
        : byStatement((column) => analysis.groupAwareConsensus![column]),
    extremity: byStatement((column) => analysis.extremity[column]),
    priorities: byStatement((column) => analysis.priorities[column]),
    inputHash: analysis.inputHash,
  }
}

function named(participant: string): number | string {
  return /^(?:0|[1-9]\d{0,14})$/.test(participant) ? Number(participant) : participant
}

function inOrder(one: number | string, other: number | string): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  if (typeof one !== typeof other) return typeof one === 'number' ? -1 : 1
  return one < other ? -1 : one > other ? 1 : 0
}
