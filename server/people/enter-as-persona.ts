import { guestCommand } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { EnterAsPersona, type Entered } from './contract.ts'
import { leaveDevice } from './leave-device.ts'
import { findPersona } from './records.ts'
import { keepSession } from './records-sessions.ts'
import { hashToken, newToken } from './secrets.ts'

/** Enters as one of the demo's people. Outside the demo this act does not exist. */
export const enterAsPersona = guestCommand(
  EnterAsPersona,
  async ({ trx, actor, now, ground, afterCommit }, { persona, device }): Promise<Entered> => {
    if (!ground.settings.demo) throw new Refusal('unseen', 'page')
    const person = await findPersona(trx, persona)
    if (!person) throw new Refusal('unseen', 'page')
    await leaveDevice({ trx, actor, now, ground, afterCommit })
    const token = newToken()
    await keepSession(trx, { personId: person.id, tokenHash: hashToken(token), device: device ?? '', now })
    return { sessionToken: token, personId: person.id, isNew: false }
  },
)
