import compression from 'compression'
import express, { type Response, Router } from 'express'
import type { Command } from '../command.ts'
import type { Ground } from '../ground.ts'
import { actsByCapability } from '../platform.ts'
import type { Query } from '../query.ts'
import { isRefusal, Refusal, statusOfKind } from '../refusal.ts'
import { askerOf } from './asker.ts'
import { awaited } from './awaited.ts'
import type { SessionCookie } from './cookie.ts'
import { openApi } from './openapi.ts'
import { fileTurnTaken } from './file-turns.ts'
import { turnTaken } from './turns.ts'

/** The second door of every act: `POST /api/v1/ballots/cast-vote` a command, `GET /api/v1/needs/list-needs?…` a query. */
export function api(ground: Ground, cookie: SessionCookie): Router {
  const router = Router()
  router.use((_request, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff')
    next()
  })
  router.get('*', compression({ threshold: 1024 }))
  // Two files of Pol.is come as text.
  router.post('/opinions/import-votes', express.json({ limit: '21mb', strict: true }))
  router.post('*', express.json({ limit: '128kb', strict: true }))
  let description: object | undefined
  router.get('/openapi.json', (_request, response) => {
    description ??= openApi(ground.settings.publicUrl.origin)
    response.setHeader('Cache-Control', 'public, max-age=300').json(description)
  })
  router.all(
    '/:capability/:act',
    awaited<{ capability: string; act: string }>(async (request, response) => {
      response.setHeader('Cache-Control', 'private, no-store')
      try {
        const act = actNamed(request.params.capability, request.params.act)
        const wanted = act?.kind === 'command' ? 'POST' : 'GET'
        if (!act || request.method !== wanted) throw new Refusal('unseen', 'page')
        const actor = await askerOf(ground, cookie, request, response, 'api')
        const refusal =
          (await turnTaken(ground, actor, request.method)) ?? fileTurnTaken(actor, request, response)
        if (refusal) throw refusal
        const answer = await act(ground, actor, act.kind === 'command' ? request.body : request.query)
        response.json({ answer: withoutSession(answer, cookie, response) })
      } catch (thrown) {
        answerThrown(ground, thrown, response, `${request.params.capability}/${request.params.act}`)
      }
    }),
  )
  return router
}

function actNamed(capability: string, act: string): Command | Query | undefined {
  const name = act.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return /^[a-z-]+$/.test(act)
    ? (actsByCapability.get(capability)?.get(name) as Command | Query | undefined)
    : undefined
}

/**
 * Only entering answers a session's token: it goes into the cookie, never into a body that a script could keep. Tokens of
 * another kind (a device's that answers without an account) are the sender's to keep, and stay in the body.
 */
function withoutSession(answer: unknown, cookie: SessionCookie, response: Response): unknown {
  if (typeof answer !== 'object' || answer === null || !('sessionToken' in answer)) return answer
  const { sessionToken, ...shown } = answer
  response.append('Set-Cookie', cookie.write(String(sessionToken)))
  return shown
}

export function answerThrown(ground: Ground, thrown: unknown, response: Response, act: string): void {
  if (isRefusal(thrown)) {
    if (thrown.retryAfter) response.setHeader('Retry-After', String(thrown.retryAfter))
    const { kind, reason, fields } = thrown
    response.status(statusOfKind[kind]).json({ refusal: { kind, reason, fields } })
    return
  }
  ground.log.error({ act, error: thrown }, 'act failed')
  // 503 while the database cannot answer: the sender keeps what it has and tries again.
  response
    .status(503)
    .setHeader('Retry-After', '2')
    .json({ refusal: { kind: 'defect', reason: 'try-again', fields: {} } })
}
