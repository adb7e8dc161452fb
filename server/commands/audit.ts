import { readChain, verifyChain } from '../audit/index.ts'
import { Unreadable } from '../unreadable.ts'
import { askedOfFile, textOf } from './asked.ts'

const command = 'tavolo audit'

const said = {
  number: 'is not the number after the one before: an entry is missing, was put in, or stands elsewhere.',
  hash: 'does not follow from what stands before it: it, or that, was changed.',
  content: 'has a content that it does not commit to.',
  cut: 'was published, and this chain ends before it.',
  'other-past': 'was published with another hash: this chain was written anew, or grew from an old copy.',
}

/** `tavolo audit FILE [--head N:HASH]… [--json]`: a chain that does not hold ends with 3. */
export function run(words: string[], out: (text: string) => void): number {
  const { file, values } = askedOfFile(command, words, {
    head: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  })
  const { entries, published } = readChain({ file, text: textOf(file) })
  const verified = verifyChain(entries, [...published, ...(values.head ?? []).map(headOf)])
  const { faults, head } = verified
  const status = faults.length > 0 ? 3 : 0
  if (values.json) {
    out(`${JSON.stringify(verified)}\n`)
    return status
  }
  const lines = [
    `${verified.entries} entries, head ${head.seq}:${head.hash}`,
    `${verified.contents} contents and ${verified.heads} published heads compared`,
    ...faults.map(({ seq, fault }) => `Number ${seq} ${said[fault]}`),
    faults.length === 0 ? 'The chain holds.' : 'The chain does not hold.',
  ]
  out(`${lines.join('\n')}\n`)
  return status
}

function headOf(given: string) {
  const [, seq, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(given) ?? []
  if (seq === undefined || hash === undefined)
    throw new Unreadable(command, `--head is a number, a colon and a hash, not "${given}".`)
  return { seq: Number(seq), hash }
}
