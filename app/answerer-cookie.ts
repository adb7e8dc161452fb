import { answererCookie, answererDays } from '#server/opinions/words.ts'

/** The token of a device that answers without an account. Its cookie goes only to one consultation's answering pages. */
export function answererToken(request: Request): string | undefined {
  const given = request.headers
    .get('Cookie')
    ?.split(';')
    .find((part) => part.trim().startsWith(`${answererCookie}=`))
  return given?.slice(given.indexOf('=') + 1).trim() || undefined
}

export function answererHeaders(
  consultationId: string,
  token: string | undefined,
  origin: string,
): HeadersInit {
  if (token === undefined) return {}
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  const path = `/consultations/${consultationId}/opinions`
  return {
    'Set-Cookie': `${answererCookie}=${token}; Path=${path}; HttpOnly; SameSite=Lax${secure}; Max-Age=${answererDays * 86_400}`,
  }
}
