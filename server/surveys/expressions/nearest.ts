// Guesses are for people's slips; a form of thousands of wrong names is not worth minutes of guessing.
const LONGEST = 40
const MOST = 500

/** The word that was probably meant, at most two letters away; `''` when none is near (Levenshtein distance). */
export function nearest(word: string, known: Iterable<string>): string {
  if (word.length > LONGEST) return ''
  let looked = 0
  let best = ''
  let least = Math.min(3, Math.ceil(word.length / 2) + 1)
  for (const each of known) {
    looked += 1
    if (looked > MOST) break
    if (Math.abs(each.length - word.length) >= least) continue
    const distance = each.toLowerCase() === word.toLowerCase() ? 0 : distanceBetween(word, each)
    if (distance < least) {
      best = each
      least = distance
    }
  }
  return best
}

function distanceBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const above = row
    row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const swap = (above[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      row.push(Math.min(swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
  }
  return row[other.length] ?? 0
}
