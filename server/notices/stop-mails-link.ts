import type { Settings } from '../env.ts'
import { stopToken } from './stop-token.ts'

/** Where whoever holds a mail stops such mails, by a link or by the button of their mail reader. */
export function stopMailsLink(settings: Settings, personId: string) {
  const stop = `${settings.publicUrl.origin}/stop/${stopToken(settings.sessionSecret, personId)}`
  return {
    stop,
    headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }
}
