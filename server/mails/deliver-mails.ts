import type { Settings } from '../env.ts'
import type { Ground } from '../ground.ts'
import { keepAllSent, keepFailure, keepSent, takeMail, type MailTaken } from './records.ts'
import { errorCode, isPermanent, mostAttempts, nextAttempt } from './rules.ts'
import { openSmtp, type Smtp } from './smtp.ts'

const lentSeconds = 300

/** Without a mail server mails wait, except in the demo, where they are read at /dev/mail. */
export function mayDeliver(settings: Settings): boolean {
  return settings.smtpUrl !== undefined || settings.demo
}

/**
 * Sends what waits in the outbox, several workers beside each other. A mail is sent once unless a worker dies between
 * the server's yes and our note of it; it then goes again under the same Message-ID, by which mailboxes drop the second.
 */
export async function deliverMails(ground: Ground): Promise<number> {
  const { smtpUrl, demo } = ground.settings
  if (!smtpUrl) return demo ? keepAllSent(ground.db, ground.now()) : 0
  const smtp = await openSmtp(smtpUrl)
  let sent = 0
  try {
    for (;;) {
      const now = ground.now()
      const mail = await takeMail(ground.db, now, new Date(now.getTime() + lentSeconds * 1000))
      if (!mail) return sent
      if (await deliver(ground, smtp, mail)) sent += 1
    }
  } finally {
    smtp.close()
  }
}

async function deliver(ground: Ground, smtp: Smtp, mail: MailTaken): Promise<boolean> {
  const { settings, db } = ground
  try {
    await smtp.send({
      from: settings.mailFrom,
      to: mail.recipient,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.id}@${settings.publicUrl.hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language, ...mail.headers },
      calendar: mail.calendar,
    })
  } catch (thrown) {
    const isLast = mail.attempts >= mostAttempts || isPermanent(thrown)
    await keepFailure(db, {
      id: mail.id,
      error: errorCode(thrown),
      state: isLast ? 'failed' : 'waiting',
      dueAt: nextAttempt(mail.attempts, ground.now()),
    })
    ground.log.warn({ mail: mail.id, error: errorCode(thrown), attempts: mail.attempts }, 'mail not sent')
    return false
  }
  await keepSent(db, mail.id, ground.now())
  return true
}
