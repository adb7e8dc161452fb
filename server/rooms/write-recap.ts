import { command } from '../command.ts'
import { insist, Refusal } from '../refusal.ts'
import { WriteRecap } from './contract.ts'
import { holdRoomToKeep } from './hold-room.ts'
import { findRecapWritten, keepRecap } from './records-talk.ts'
import { mayBeRecap, mustModerate } from './rules.ts'

/** Tells in plain words, and in two languages, what was said so far. */
export const writeRecap = command(WriteRecap, async ({ trx, actor, now, announce }, asked) => {
  const { roomId, clientId } = asked
  const room = await holdRoomToKeep(trx, actor, roomId)
  insist(mustModerate(room))
  const written = await findRecapWritten(trx, actor.id, clientId)
  if (written) return { recapId: written.id, roomId }
  insist(room.isOpen || new Refusal('conflict', 'room-closed'))
  insist(mayBeRecap(asked))
  const texts = [
    { language: asked.firstLanguage, text: asked.firstText },
    { language: asked.secondLanguage, text: asked.secondText },
  ]
  const recapId = await keepRecap(trx, { roomId, authorId: actor.id, clientId, now, texts })
  await announce({ streamId: roomId, name: 'recap-written', about: recapId })
  return { recapId, roomId }
})
