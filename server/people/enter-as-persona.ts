import { guestCommand } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { EnterAsPersona, type Entered } from './contract.ts'
import { findPersona, keepSession } from './records.ts'
import { hashToken, newToken } from './secrets.ts'

/** Enters as one of the demo's people. Outside the demo this act does not exist. */
export const enterAsPersona = guestCommand(
  EnterAsPersona,
  async ({ trx, now, ground }, { persona, device }): Promise<Entered> => {
    if (!ground.settings.demo) throw new Refusal('unseen', 'page')
    const person = await findPersona(trx, persona)
    if (!person) throw new Refusal('unseen', 'page')
    const token = newToken()
    await keepSession(trx, { personId: person.id, tokenHash: hashToken(token), device: device ?? '', now })
    return { token, personId: person.id, isNew: false }
  },
)
