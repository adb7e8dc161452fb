import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits for the link of an invitation; only their hash is kept. */
export function newInvitation(): string {
  return randomBytes(32).toString('base64url')
}

export function hashInvitation(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
