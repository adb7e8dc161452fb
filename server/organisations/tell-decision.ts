import type { Act } from '../command.ts'
import { sendMail, withoutAddresses } from '../mails/index.ts'
import { listRepresentatives } from './records.ts'

/**
 * Writes to who represents the organisation what was decided, each in their own language, and why. It answers what they
 * asked for, so it does not follow the rhythm that they chose for news.
 */
export async function tellDecision(
  { trx, ground }: Pick<Act, 'trx' | 'ground'>,
  organisation: { id: string; name: string },
  decision: { kind: 'organisation-verified' } | { kind: 'organisation-rejected'; reason: string },
): Promise<void> {
  const link = new URL(`/organisations/${organisation.id}`, ground.settings.publicUrl).href
  const reason = 'reason' in decision ? { reason: withoutAddresses(decision.reason) } : {}
  for (const { personId, email, language } of await listRepresentatives(trx, organisation.id))
    await sendMail(trx, {
      recipient: email,
      personId,
      language,
      kind: decision.kind,
      values: { organisation: withoutAddresses(organisation.name), link, ...reason },
    })
}
