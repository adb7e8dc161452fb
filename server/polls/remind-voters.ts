import { tellMoment } from '../events.ts'
import type { Ground } from '../ground.ts'
import { sendMail } from '../mails/index.ts'
import { stopMailsLink } from '../notices/index.ts'
import { hourIn } from './hour-in.ts'
import { isAnyNear, listToRemind, takeNear } from './records-reminding.ts'

export async function isVoteNear(ground: Ground): Promise<boolean> {
  return isAnyNear(ground.db, ground.now())
}

/**
 * Writes once, near the close, to whoever may still vote and has not: to them alone, with no event and no notice, so that nobody
 * else learns who did not. The subject says nothing, and no mail says which poll: a mailbox may be read over the shoulder.
 */
export async function remindVoters(ground: Ground): Promise<number> {
  for (let reminded = 0; ; reminded++) if (!(await remindOfOne(ground))) return reminded
}

async function remindOfOne(ground: Ground): Promise<boolean> {
  const now = ground.now()
  const { settings } = ground
  return ground.db.transaction().execute(async (trx) => {
    if (ground.pretendsNow) await tellMoment(trx, now)
    const vote = await takeNear(trx, now)
    if (!vote) return false
    for (const { personId, email, language } of await listToRemind(trx, vote, now))
      await sendMail(trx, {
        recipient: email,
        personId,
        language,
        kind: 'vote-near',
        values: {
          closes: hourIn(language).format(vote.closesAt),
          link: `${settings.publicUrl.origin}/${vote.of}/${vote.id}`,
          settings: `${settings.publicUrl.origin}/me/notifications`,
        },
        headers: stopMailsLink(settings, personId).headers,
      })
    return true
  })
}
