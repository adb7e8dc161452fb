import { guestCommand } from '../command.ts'
import { type Refusal, refuseField } from '../refusal.ts'
import { EnterWithCode, type Entered } from './contract.ts'
import { keepPerson } from './records.ts'
import { countAttempt, holdCode, spendCodes } from './records-codes.ts'
import { keepSession, noteArrival } from './records-sessions.ts'
import { leaveDevice } from './leave-device.ts'
import { hashCode, hashToken, newToken, sameHash } from './secrets.ts'

const mostAttempts = 5

/** Signs in with the code that was mailed; five wrong guesses spend it. A first entry makes the account. */
export const enterWithCode = guestCommand(
  EnterWithCode,
  async ({ trx, actor, now, ground, afterCommit }, { email, code, device }): Promise<Entered | Refusal> => {
    await ground.limits.take('entry-by-network', actor.network)
    const held = await holdCode(trx, email, now)
    if (!held || held.attempts >= mostAttempts) return refuseField('code', 'wrong-code')
    if (!sameHash(held.codeHash, hashCode(ground.settings.sessionSecret, email, code))) {
      // Answered, not thrown: a throw would roll back the count of wrong guesses.
      await countAttempt(trx, held.id)
      return refuseField('code', 'wrong-code')
    }
    await spendCodes(trx, email, now)
    const person = await keepPerson(trx, email, actor.language)
    await leaveDevice({ trx, actor, now, ground, afterCommit })
    const token = newToken()
    await keepSession(trx, { personId: person.id, tokenHash: hashToken(token), device: device ?? '', now })
    await noteArrival(trx, person.id)
    return { sessionToken: token, personId: person.id, isNew: person.isNew }
  },
)
