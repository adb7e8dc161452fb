import type { Option, Paper } from '#server/polls/contract.ts'

/** A filled-in paper as one reads it aloud. */
export function paperWords(_: (id: string) => string, paper: Paper, options: readonly Option[]): string {
  const titles = options.map(({ title }) => title)
  if ('choice' in paper) return _(`polls.answer.${paper.choice}`)
  if ('chosen' in paper) return paper.chosen.map((each) => titles[each]).join(', ')
  const [figures, isRanked] = 'points' in paper ? [paper.points, false] : [paper.ranks, true]
  const given = titles.flatMap((title, index) => {
    const figure = figures[index]
    return figure === null || figure === undefined ? [] : [{ title, figure }]
  })
  const sorted = given.toSorted((a, b) => (isRanked ? a.figure - b.figure : b.figure - a.figure))
  return sorted
    .map(({ title, figure }) => (isRanked ? `${figure}. ${title}` : `${title}: ${figure}`))
    .join(', ')
}
