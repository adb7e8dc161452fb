import { command } from '../command.ts'
import { sendMail } from '../mails/index.ts'
import { endSessionsOf, findAddressee } from '../people/index.ts'
import { insist, Refusal } from '../refusal.ts'
import { findTerritory } from '../territories/index.ts'
import { EndOfficial } from './contract.ts'
import { dropOfficial } from './records.ts'
import { mayGive } from './rules.ts'
import { coordinator } from './words.ts'

/**
 * Ends an office, and all sessions of who held it, from the next request on; who may give it may take it back. They are told by
 * mail: being signed out of everything without a word would look like an attack. That it was held stands in the audit chain.
 */
export const endOfficial = command(EndOfficial, async (act, { personId, office }) => {
  const { trx, actor, now, ground, inChain, afterCommit } = act
  insist(mayGive(actor, office))
  if (!(await dropOfficial(trx, personId, office))) throw new Refusal('unseen', 'officer')
  const ended = await endSessionsOf(trx, personId, now)
  afterCommit(() => ground.endSessions(ended))
  const addressee = await findAddressee(trx, personId)
  const region = office === coordinator ? undefined : await findTerritory(trx, office)
  if (addressee)
    await sendMail(trx, {
      ...addressee,
      kind: region ? 'official-ended' : 'coordinator-ended',
      values: { region: region?.name ?? '', link: new URL('/sign-in', ground.settings.publicUrl).href },
    })
  inChain({ act: 'official-ended', about: personId, consultationId: null, content: { office } })
  return { office }
})
