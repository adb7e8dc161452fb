import { drop, find, keep, listWaiting, type Refusal, type Waiting } from './kept.ts'

/** Where tabs and the worker tell each other that something was sent, or refused. */
export const channelName = 'surveys'

/**
 * Sends what waits, one after the other; of all tabs and the worker one at a time. Should two send the same after all, the server
 * takes what comes under one id once.
 */
export async function sendWaiting(): Promise<void> {
  await ('locks' in navigator ? navigator.locks.request(channelName, sendEach) : sendEach())
}

async function sendEach(): Promise<void> {
  for (const one of await listWaiting()) if (!one.refusal) await sendOne(one)
}

async function sendOne({ surveyId, clientId, language, as, fields }: Waiting): Promise<void> {
  const answered = await fetch(`/surveys/${surveyId}/whole/sending`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ clientId, language, ...as, fields }),
  }).catch(() => undefined)
  // No line, too many at once, or the server is away: it waits.
  if (!answered || answered.status === 429 || answered.status >= 500) return
  if (answered.ok) await drop('waiting', clientId)
  else await refused(clientId, ((await answered.json()) as { refusal: Refusal }).refusal)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel of this origin, not a window
  new BroadcastChannel(channelName).postMessage(surveyId)
}

async function refused(clientId: string, { reason, fields }: Refusal): Promise<void> {
  const one = await find('waiting', clientId)
  if (one) await keep('waiting', { ...one, refusal: { reason, fields } })
}
