import { sessionDays } from '../people/words.ts'

/**
 * The session's cookie. `__Host-` binds it to this host and to https; browsers treat localhost as secure. Only a
 * deployment that is published on plain http (a lab network) gets an unprefixed one.
 */
export function sessionCookie(publicUrl: URL) {
  const secure = publicUrl.protocol === 'https:' || isLoopback(publicUrl.hostname)
  const name = secure ? '__Host-tavolo' : 'tavolo'
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    read: (header: string | undefined) => readCookie(header, name),
    write: (token: string) => `${name}=${token}; ${attributes}; Max-Age=${sessionDays * 86_400}`,
    clear: () => `${name}=; ${attributes}; Max-Age=0`,
  }
}

export type SessionCookie = ReturnType<typeof sessionCookie>

export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const equals = part.indexOf('=')
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim() || undefined
  }
  return undefined
}

export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    hostname === '::1' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  )
}
