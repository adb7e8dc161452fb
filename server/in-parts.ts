const most = 2_000

/**
 * Deletes a part at a time until there is nothing more, so that nobody waits for a long lock. Answers how many. A part leaves out
 * what somebody holds (`for update skip locked`): two nodes at the same rows in another order would stop each other.
 */
export async function inParts(drop: (most: number) => Promise<number>): Promise<number> {
  let dropped = 0
  for (;;) {
    const now = await drop(most)
    dropped += now
    if (now < most) return dropped
  }
}

/** The moment so many days before another. */
export function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * 86_400_000)
}
