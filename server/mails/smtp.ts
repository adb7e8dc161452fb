import type { MailCalendar } from './contract.ts'

/** A mail as it is handed to the mail server. */
export type Envelope = {
  from: string
  to: string
  subject: string
  text: string
  html: string
  messageId: string
  headers: Record<string, string>
  calendar: MailCalendar | null
}

export type Smtp = { send(mail: Envelope): Promise<void>; close(): void }

const longestSend = 120_000

/** Loaded when there is a mail to send, so that starting does not wait for it. */
export async function openSmtp(url: string): Promise<Smtp> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // A mail's own words must never make this process read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ calendar, ...message }) => {
      // Shorter than the time for which the mail is lent to this worker, whatever the server does.
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => reject(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })),
          longestSend,
        )
      })
      await Promise.race([transport.sendMail({ ...message, ...appointment(calendar) }), late]).finally(() =>
        clearTimeout(timer),
      )
    },
    close: () => transport.close(),
  }
}

function appointment(calendar: MailCalendar | null) {
  return calendar
    ? { icalEvent: { method: calendar.method, filename: 'meeting.ics', content: calendar.file } }
    : {}
}
