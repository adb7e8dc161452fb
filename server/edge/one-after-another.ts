import type { RequestHandler } from 'express'
import type { SessionCookie } from './cookie.ts'
import { onceSent } from './once-sent.ts'

/** As many as a browser asks for at once; fewer would leave a processor idle while the database answers. */
const atOnce = 6

/**
 * Of what one session asks for, so much is at work at once and the rest waits: whoever asks for two hundred things waits for
 * themselves. Beside each other they would take each others' time, and everybody else's, before the first could be refused.
 */
export function oneAfterAnother(cookie: SessionCookie): RequestHandler {
  const sessions = new Map<string, { working: number; waiting: Set<() => void> }>()

  return (request, response, next) => {
    const token = cookie.read(request.headers.cookie)
    if (token === undefined) return next()
    const session = sessions.get(token) ?? { working: 0, waiting: new Set() }
    sessions.set(token, session)

    const begin = () => {
      session.waiting.delete(begin)
      session.working += 1
      next()
    }
    onceSent(response, () => {
      // Whoever went away before their turn came never began.
      if (session.waiting.delete(begin)) return
      session.working -= 1
      const [following] = session.waiting
      if (following) following()
      else if (session.working === 0) sessions.delete(token)
    })
    if (session.working < atOnce) begin()
    else session.waiting.add(begin)
  }
}
