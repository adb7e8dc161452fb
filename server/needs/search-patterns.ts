/** One word or phrase to find in the folded text: at the beginning of a word, or anywhere. */
export type SearchPattern = { at: 'word-start' | 'anywhere'; words: string[] }

/**
 * How the words of a search are looked for in the folded text, beside the Italian index: at the beginning of a word
 * in scripts that part their words and add endings to them, anywhere in the others (Arabic puts its article in
 * front, Chinese parts nothing). Null where only the index can answer.
 */
export function searchPatterns(q: string): { wanted: SearchPattern[]; unwanted: SearchPattern[] } | null {
  const wanted: SearchPattern[] = []
  const unwanted: SearchPattern[] = []
  for (const [, minus, phrase, word] of q.matchAll(/(-?)(?:"([^"]*)"|([^\s"]+))/gu)) {
    if (word?.toLowerCase() === 'or') return null
    const pattern = patternOf(phrase ?? word ?? '')
    if (pattern.words.length === 0) continue
    if (minus) unwanted.push(pattern)
    else wanted.push(pattern)
  }
  return wanted.length > 0 && wanted.every(isSelective) ? { wanted, unwanted } : null
}

// Only letters, marks and digits are left of what was typed, so nothing in it is read as a pattern.
function patternOf(written: string): SearchPattern {
  const words = (written.match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? []).flatMap((word) => word.match(partOfWord) ?? [])
  const parted = words.every((word) =>
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]/u.test(word),
  )
  return { at: parted ? 'word-start' : 'anywhere', words }
}

const partOfWord = /\p{Script=Han}|[^\p{Script=Han}]+/gu

// Two letters make no trigram: without an index to help, every row would be read.
function isSelective({ words }: SearchPattern): boolean {
  return words.some((word) => /.{3}/u.test(word) || /\p{Script=Han}/u.test(word))
}
