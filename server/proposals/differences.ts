import { diffArrays } from 'diff'
import type { Piece } from './contract.ts'

/** How one text became another, word by word, in any script. */
export function differencesBetween(before: string, after: string): Piece[] {
  if (before === after) return before ? [{ kind: 'same', text: before }] : []
  // Two long texts with nothing in common would be compared for minutes; then they are shown whole, one after the other.
  const changes = diffArrays(wordsOf(before), wordsOf(after), { timeout: 400 })
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

// Letters of every script with the marks that belong to them: split at what is not Latin, Arabic and Bengali would
// fall apart into letters. Intl.Segmenter knows more, and takes seconds for a long text.
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []
}
