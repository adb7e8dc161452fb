import { guestCommand } from '../command.ts'
import { sendMail } from '../mails/index.ts'
import { RequestCode } from './contract.ts'
import { findPersonAt } from './records.ts'
import { keepCode } from './records-codes.ts'
import { hashCode, newCode } from './secrets.ts'
import { codeMinutes } from './words.ts'

/** Sends a one-time code. Known and unknown addresses get the same answer, by the same path and in the same time. */
export const requestCode = guestCommand(
  RequestCode,
  async ({ trx, actor, now, ground }, { email, language }) => {
    await ground.limits.take('code-by-network', actor.network)
    await ground.limits.take('code-by-email', email)
    const known = await findPersonAt(trx, email)
    const code = newCode()
    await keepCode(trx, {
      email,
      codeHash: hashCode(ground.settings.sessionSecret, email, code),
      expiresAt: new Date(now.getTime() + codeMinutes * 60_000),
    })
    await sendMail(trx, {
      recipient: email,
      personId: known?.id ?? null,
      language: known?.language ?? language ?? actor.language,
      kind: 'sign-in-code',
      values: { code: `${code.slice(0, 3)} ${code.slice(3)}`, minutes: codeMinutes },
    })
    return { email }
  },
)
