import type { Act } from '../command.ts'
import { findOthersSource } from './records-sources.ts'

/** Whoever wrote the need or the message that others are now asked about hears of it; of their own statement they hear as its author. */
export async function tellSource(
  { trx, announce }: Pick<Act, 'trx' | 'announce'>,
  consultationId: string,
  statementId: string,
): Promise<void> {
  const source = await findOthersSource(trx, statementId)
  if (source) await announce({ streamId: consultationId, ...source, body: { statementId } })
}
