import { command } from '../command.ts'
import { sendMail } from '../mails/index.ts'
import { endSessionsOf, findAddressee, keepPerson } from '../people/index.ts'
import { insist, refuseField } from '../refusal.ts'
import { findTerritory } from '../territories/index.ts'
import { AppointOfficial } from './contract.ts'
import { keepOfficial } from './records.ts'
import { mayGive } from './rules.ts'
import { coordinator } from './words.ts'

/**
 * Names an official of a region, or a coordinator, by e-mail, whether or not they have entered before. Their sessions end:
 * none that was made before carries the new power, and they sign in with a code.
 */
export const appointOfficial = command(
  AppointOfficial,
  async ({ trx, actor, now, ground, inChain, afterCommit }, { email, office }) => {
    insist(mayGive(actor, office))
    const region = office === coordinator ? undefined : await findTerritory(trx, office)
    if (office !== coordinator && !region) throw refuseField('office', 'not-in-list')
    const { id: personId } = await keepPerson(trx, email, actor.language)
    if (!(await keepOfficial(trx, personId, office))) return { office }
    const ended = await endSessionsOf(trx, personId, now)
    afterCommit(() => ground.endSessions(ended))
    const addressee = await findAddressee(trx, personId)
    if (addressee)
      await sendMail(trx, {
        ...addressee,
        kind: region ? 'official-appointed' : 'coordinator-appointed',
        values: {
          region: region?.name ?? '',
          link: new URL(region ? '/organisations/to-verify' : '/tables', ground.settings.publicUrl).href,
        },
      })
    inChain({
      act: 'official-appointed',
      about: personId,
      consultationId: null,
      content: { office },
    })
    return { office }
  },
)
