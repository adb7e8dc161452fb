/** Prints what was asked for; answers how the command ends where that is not 0. */
type Run = (words: string[], out: (text: string) => void) => Promise<number | void> | number | void

export interface Command {
  /** The words after the command's name, as its help shows them. */
  words: string
  /** What it does, in one line. */
  does: string
  /** Asked for only when the command is run, so that none waits for what another needs. */
  load: () => Promise<{ run: Run }>
}

export const commands: Record<string, Command> = {
  administrator: {
    words: 'ADDRESS [--end]',
    does: 'Names an administrator of the platform at DATABASE_URL (or in DATA_DIR) by e-mail address, or ends one.',
    load: () => import('./administrator.ts'),
  },
  opinions: {
    words: 'VOTES.csv [--comments COMMENTS.csv] [--groups given | --fewest N] [--json]',
    does: 'Groups of opinion (of at least N people, 3 unless said) and what they share, from the answers to statements.',
    load: () => import('./opinions.ts'),
  },
  count: {
    words:
      'FILE --method plurality|approval|score|schulze|irv|stv-scottish|stv-meek|greedy|knapsack|favour|consent|consensus|gradients [--seats N] [--tie shared|lot] [--seed TEXT] [--overvote exhausts|passed-over] [--skipped exhausts|passed-over] [--majority simple|absolute|two-thirds] [--roll N] [--quorum PERCENT] [--json]',
    does: 'Counts the papers of a vote (.blt, .soc, .soi, .toc, .toi, .csv, .pb, or a Debian tally in .txt), with every round.',
    load: () => import('./count.ts'),
  },
  shares: {
    words:
      'FILE.pb [--completion add1|none|greedy] [--utility cost|cardinality] [--roll N] [--quorum PERCENT] [--json]',
    does: 'Funds the projects of a participatory budget by the Method of Equal Shares.',
    load: () => import('./shares.ts'),
  },
  audit: {
    words: 'FILE [--head N:HASH]... [--json]',
    does: 'Verifies a downloaded audit chain (.json or .csv), against heads that were published elsewhere.',
    load: () => import('./audit.ts'),
  },
}
