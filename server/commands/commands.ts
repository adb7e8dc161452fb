export interface Command {
  /** The words after the command's name, as its help shows them. */
  words: string
  /** What it does, in one line. */
  does: string
  /** Asked for only when the command is run, so that none waits for what another needs. */
  load: () => Promise<{ run: (words: string[]) => Promise<void> | void }>
}

export const commands: Record<string, Command> = {
  opinions: {
    words: 'VOTES.csv [--comments COMMENTS.csv] [--groups given] [--json]',
    does: 'Groups of opinion and what they share, from the answers to statements.',
    load: () => import('./opinions.ts'),
  },
}
