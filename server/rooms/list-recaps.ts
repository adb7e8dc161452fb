import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ListRecaps, type RecapsShown } from './contract.ts'
import * as records from './records-talk.ts'
import { findRoom } from './records.ts'

/** What was said in a room in plain words, the newest recap first. */
export const listRecaps = query(
  ListRecaps,
  async ({ db, actor, now }, { roomId, before }): Promise<RecapsShown> => {
    const room = await findRoom(db, actor, roomId, now)
    if (!room) throw new Refusal('unseen', 'room')
    const rows = await records.listRecaps(db, roomId, before)
    const recaps = rows
      .slice(0, records.recapsOnPage)
      .map(({ id, at, texts }) => ({ id, at: at.toISOString(), texts }))
    return {
      consultation: { id: room.consultationId, title: saidIn(room.title, actor.language) },
      recaps,
      before: rows.length > records.recapsOnPage ? (recaps.at(-1)?.id ?? null) : null,
      mayWrite: room.mayModerate && room.isOpen,
      mayWithdraw: room.mayModerate,
    }
  },
)
