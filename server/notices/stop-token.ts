import { createHmac, timingSafeEqual } from 'node:crypto'

const purpose = 'stop-notice-mails'

/** Lets whoever holds the mail stop these mails, and nothing else: it names the person and is sealed for this purpose. */
export function stopToken(secret: string, personId: string): string {
  return `${Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url')}.${seal(secret, personId)}`
}

export function personOfStopToken(secret: string, token: string): string | undefined {
  const [name = '', given = ''] = token.split('.')
  const hex = Buffer.from(name, 'base64url').toString('hex')
  if (hex.length !== 32) return undefined
  const personId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const a = Buffer.from(given)
  const b = Buffer.from(seal(secret, personId))
  return a.length === b.length && timingSafeEqual(a, b) ? personId : undefined
}

function seal(secret: string, personId: string): string {
  return createHmac('sha256', secret).update(`${purpose}\n${personId}`).digest('base64url')
}
