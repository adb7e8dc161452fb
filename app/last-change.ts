/** When what a page shows last changed, for its foot: routes that know it answer `updatedAt`. */
export function lastChange(answers: unknown[]): Date | string | undefined {
  for (const answer of answers.toReversed()) {
    const changed = (answer as { updatedAt?: Date | string | null } | undefined)?.updatedAt
    if (changed) return changed
  }
  return undefined
}
