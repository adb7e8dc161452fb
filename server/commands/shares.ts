import { completions, countShares, readPabulib, utilities } from '../ballots/counting/index.ts'
import { askedOfFile, oneOf, textOf } from './asked.ts'
import { sharesAsText } from './count-as-text.ts'
import { quorumOf, quorumOptions, underQuorum } from './quorum.ts'

const command = 'tavolo shares'

/** `tavolo shares FILE.pb [--completion add1|none|greedy] [--utility cost|cardinality] [--roll N] [--quorum P] [--json]` */
export function run(words: string[], out: (text: string) => void): void {
  const { file, values } = askedOfFile(command, words, {
    completion: { type: 'string', default: 'add1' },
    utility: { type: 'string', default: 'cost' },
    ...quorumOptions,
    json: { type: 'boolean' },
  })
  const counted = countShares(readPabulib({ file, text: textOf(file) }), {
    completion: oneOf(command, '--completion', completions, values.completion),
    utility: oneOf(command, '--utility', utilities, values.utility),
  })
  const result = underQuorum(counted, counted.voters, quorumOf(command, values))
  out(values.json ? `${JSON.stringify(result)}\n` : sharesAsText(result))
}
