import { diffArrays } from 'diff'
import type { Piece } from './contract.ts'

/** How one text became another, word by word in the writer's own language. */
export function differencesBetween(before: string, after: string, language: string): Piece[] {
  if (before === after) return before ? [{ kind: 'same', text: before }] : []
  // Two long texts with nothing in common would be compared for minutes; then they are shown whole, one after the other.
  const changes = diffArrays(wordsOf(before, language), wordsOf(after, language), { timeout: 400 })
  if (!changes) return piecesOf(before, after)
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

function piecesOf(before: string, after: string): Piece[] {
  const pieces: Piece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  return pieces.filter(({ text }) => text !== '')
}

// The language's own words: split at what is not a Latin letter, Arabic and Bengali would fall apart into letters.
function wordsOf(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}
