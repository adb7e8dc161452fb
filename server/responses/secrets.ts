import { createHash, randomBytes } from 'node:crypto'

// Without letters that are taken for digits, or for each other (Crockford's base 32).
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Eighty bits, as somebody can copy them by hand from one phone to another. */
export function newKey(): string {
  return [...randomBytes(16)].map((byte) => letters[byte % 32]).join('')
}

export function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

/** Capital letters and digits; those that look alike are the same. */
export function plainCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}
