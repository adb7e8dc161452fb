import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Analysis, analyse, readComments, readVotes } from '#server/opinions/analysis/index.ts'

export const sets = [
  '15-per-hour-seattle',
  'brexit-consensus',
  'canadian-electoral-reform',
  'scoop-hivemind.biodiversity',
] as const

export type Expected = {
  pca_center: number[]
  pca_comps: [number[], number[]]
  comment_extremity: Record<string, number>
  published_group: Record<string, number>
  given_published_groups: {
    group_votes: Record<string, Record<string, [number, number, number]>>
    group_aware_consensus: Record<string, number>
    repness: Record<string, ExpectedRepresentative[]>
    consensus: Record<'agree' | 'disagree', { tid: number }[]>
    priorities: Record<string, number>
  }
}
type ExpectedRepresentative = {
  tid: number
  'repful-for': 'agree' | 'disagree'
  'p-success': number
  'p-test': number
  repness: number
  'repness-test': number
}

export function fileOf(set: string, file: string): string {
  return join(import.meta.dirname, 'sets', set, file)
}

export function unpacked(set: string, file: string): Buffer {
  return gunzipSync(readFileSync(fileOf(set, `${file}.gz`)))
}

export function expected(set: string): Expected {
  return JSON.parse(unpacked(set, 'expected.json').toString()) as Expected
}

export function analysed(set: string, division: 'found' | 'given'): Analysis {
  const refused = readComments(readFileSync(fileOf(set, 'comments.csv'), 'utf8'), 'comments.csv')
    .filter(({ moderated }) => moderated === -1)
    .map(({ id }) => id)
  return analyse(readVotes(unpacked(set, 'participants-votes.csv'), set), { refused, division })
}
