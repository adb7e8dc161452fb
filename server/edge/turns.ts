import type { Request } from 'express'
import type { Actor, Ground } from '../ground.ts'
import { isRefusal, type Refusal } from '../refusal.ts'

/** One turn of what this person, or a guest's network, may ask for. Answers the refusal when there is none left. */
export async function turnTaken(
  { limits }: Ground,
  actor: Actor,
  method: Request['method'],
): Promise<Refusal | undefined> {
  const isReading = method === 'GET' || method === 'HEAD'
  try {
    if (actor.kind === 'guest') await limits.take('page-by-network', actor.network)
    else await limits.take(isReading ? 'page-by-person' : 'act-by-person', actor.id)
    return undefined
  } catch (thrown) {
    if (isRefusal(thrown)) return thrown
    throw thrown
  }
}
