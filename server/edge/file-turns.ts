import type { Request, Response } from 'express'
import type { Actor } from '../ground.ts'
import { Refusal } from '../refusal.ts'
import { onceSent } from './once-sent.ts'

/** What is made whole from very many rows: the files on pages, and what the API answers in their place. */
const files =
  /(?:\.(?:csv|xlsx)|^\/audit\.json|\/exports\/file|\/(?:papers|named-votes|roll)\/[\w-]+|^\/(?:opinions\/export-votes|audit\/take-chain|releases\/export-answers))\/?$/i
const atOnce = { person: 1, network: 10 }
const being = new Map<string, number>()

export function isFile(request: Request): boolean {
  return files.test(request.path)
}

/**
 * A turn to have a file made, held until it is sent: one for a person, ten for a network of guests. Answers the refusal to
 * whoever has one being made already, for each is the work of many pages.
 */
export function fileTurnTaken(actor: Actor, request: Request, response: Response): Refusal | undefined {
  if (!isFile(request)) return undefined
  const [who, most] = actor.kind === 'guest' ? [actor.network, atOnce.network] : [actor.id, atOnce.person]
  const now = being.get(who) ?? 0
  if (now >= most) return new Refusal('too-many', 'export-running')
  being.set(who, now + 1)
  onceSent(response, () => {
    const left = (being.get(who) ?? 1) - 1
    if (left > 0) being.set(who, left)
    else being.delete(who)
  })
  return undefined
}
