import { answeredCookie, begunKeptDays, onBehalfMinutes, respondingCookie } from '#server/responses/words.ts'

/** Which response this device is filling in, and as whom it will be sent. */
export interface Responding {
  key: string
  by: string
  /** The seat, or the printed code. */
  with?: string | undefined
  isOnBehalf?: boolean
}

function cookieNamed(request: Request, name: string): string | undefined {
  const given = request.headers
    .get('Cookie')
    ?.split(';')
    .find((part) => part.trim().startsWith(`${name}=`))
  return given?.slice(given.indexOf('=') + 1).trim() || undefined
}

export function respondingOn(request: Request): Responding | undefined {
  const [key = '', by = '', with_ = '', onBehalf] = cookieNamed(request, respondingCookie)?.split('.') ?? []
  return key === ''
    ? undefined
    : { key, by, ...(with_ && { with: decodeURIComponent(with_) }), isOnBehalf: onBehalf === 'yes' }
}

/** What a device holds of the way it answers, as the act that sends asks for it. */
export function sendingAs(responding: Responding) {
  const { by, with: held } = responding
  return { by, ...(by === 'seat' ? { seatId: held } : {}), ...(by === 'code' ? { code: held } : {}) }
}

/** Goes to the pages of one survey. Another person's answers leave the device after half an hour. */
export function writeResponding(surveyId: string, responding: Responding, origin: string): string {
  const { key, by, with: held = '', isOnBehalf } = responding
  const value = `${key}.${by}.${encodeURIComponent(held).replaceAll('.', '%2E')}.${isOnBehalf ? 'yes' : 'no'}`
  const seconds = isOnBehalf ? onBehalfMinutes * 60 : begunKeptDays * 86_400
  return `${respondingCookie}=${value}; ${attributes(surveyId, origin)}; Max-Age=${seconds}`
}

export function clearResponding(surveyId: string, origin: string): string {
  return `${respondingCookie}=; ${attributes(surveyId, origin)}; Max-Age=0`
}

/** How often this device has answered by the open link: all that can hold it to its number of times, and no more than that. */
export function timesAnswered(request: Request): number {
  const times = cookieNamed(request, answeredCookie)
  return times !== undefined && /^\d{1,4}$/.test(times) ? Number(times) : 0
}

export function writeAnswered(surveyId: string, times: number, origin: string): string {
  return `${answeredCookie}=${times}; ${attributes(surveyId, origin)}; Max-Age=31536000`
}

function attributes(surveyId: string, origin: string): string {
  return `Path=/surveys/${surveyId}; HttpOnly; SameSite=Lax${origin.startsWith('https:') ? '; Secure' : ''}`
}
