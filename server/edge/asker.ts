import type { Request, Response } from 'express'
import type { Actor, Ground, Language } from '../ground.ts'
import { languages } from '../ground.ts'
import { actorOf } from '../people/index.ts'
import { readCookie, type SessionCookie } from './cookie.ts'
import { isFromElsewhere } from './guard.ts'

/** Who is asking, and in which language they read. Sends the fresh cookie when the session's token was rotated. */
export async function askerOf(
  ground: Ground,
  cookie: SessionCookie,
  request: Request,
  response: Response,
  door: 'page' | 'api',
): Promise<Actor> {
  const { actor, freshToken } = await actorOf(ground, {
    token: cookie.read(request.headers.cookie),
    language: languageOf(request.headers.cookie, request.headers['accept-language']),
    network: networkOf(request.ip),
    isPage: door === 'page',
    mayRotate: request.method === 'GET',
    isFromElsewhere: isFromElsewhere(request.headers),
  })
  if (freshToken) response.append('Set-Cookie', cookie.write(freshToken))
  return actor
}

/** The language chosen on this device, else the first of the browser's that we speak, else Italian. */
export function languageOf(cookies: string | undefined, accepted: string | undefined): Language {
  const chosen = readCookie(cookies, 'language')
  for (const tag of [chosen, ...(accepted ?? '').slice(0, 200).split(',')]) {
    const language = tag?.trim().slice(0, 2).toLowerCase()
    if (languages.includes(language as Language)) return language as Language
  }
  return 'it'
}

/** A coarse address, /24 or /48: enough to slow a flood, too little to point at a person. */
export function networkOf(address: string | undefined): string {
  if (!address) return 'unknown'
  const four = /(?:^|:)(\d+\.\d+\.\d+)\.\d+$/.exec(address)
  if (four?.[1]) return four[1]
  return address.split(':').slice(0, 3).join(':')
}
