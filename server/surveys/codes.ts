import { createHash, createHmac } from 'node:crypto'

// Without what is mistaken for another when it is read from paper.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Codes made from a secret and from what asked for them, so that whoever sends the same form twice is shown the same codes,
 * though only hashes are kept: 80 bits each.
 */
export function codesFrom(secret: string, asked: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const bytes = createHmac('sha256', secret).update(`survey codes\n${asked}\n${index}`).digest()
    const code = Array.from(bytes.subarray(0, 16), (byte) => letters[byte & 31]).join('')
    return code.replaceAll(/(.{4})(?!$)/g, '$1-')
  })
}

/** The hash by which a code is known, however it was typed. */
export function codeHashOf(typed: string): Buffer {
  const plain = typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '')
  return createHash('sha256').update(plain).digest()
}
