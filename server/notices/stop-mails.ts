import { guestCommand } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { StopMails } from './contract.ts'
import { keepRhythm } from './records.ts'
import { personOfStopToken } from './stop-token.ts'

/** One tap in a mail, signed in or not: no more mails of notices. The notices themselves stay on the platform. */
export const stopMails = guestCommand(StopMails, async ({ trx, now, ground }, { token }) => {
  const personId = personOfStopToken(ground.settings.sessionSecret, token)
  if (!personId) throw new Refusal('unseen', 'page')
  await keepRhythm(trx, personId, 'never', now)
  return { isStopped: true }
})
