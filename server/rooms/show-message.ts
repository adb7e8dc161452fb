import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { type OneMessage, ShowMessage } from './contract.ts'
import { findMessage, findPlace } from './records-reading.ts'
import { findRoom } from './records.ts'
import { maySpeak } from './rules.ts'

/** One message of a room, and where it is found there. */
export const showMessage = query(
  ShowMessage,
  async ({ db, actor, now }, { messageId }): Promise<OneMessage> => {
    const me = actor.kind === 'person' ? actor.id : null
    const place = await findPlace(db, messageId)
    const room = place && (await findRoom(db, actor, place.roomId, now))
    const found = room && (await findMessage(db, room.id, me, messageId))
    if (!place || !room || !found) throw new Refusal('unseen', 'message')
    const verdict = maySpeak(room, actor)
    return {
      roomId: room.id,
      consultation: { id: room.consultationId, title: saidIn(room.title, actor.language) },
      ...found,
      isNewest: place.isNewest,
      maySpeak: verdict === true || verdict.reason,
    }
  },
)
