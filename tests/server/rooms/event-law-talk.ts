import { randomUUID } from 'node:crypto'
import type { Stage } from './event-law-stage.ts'

type Row = { ready(stage: Stage): Promise<() => Promise<unknown>> }

function act(perform: (stage: Stage) => Promise<unknown>): Row {
  return { ready: async (stage) => () => perform(stage) }
}

/** For an act on something that must have happened first. */
function after<Thing>(
  first: (stage: Stage) => Promise<Thing>,
  perform: (stage: Stage, thing: Thing) => Promise<unknown>,
): Row {
  return {
    ready: async (stage) => {
      const thing = await first(stage)
      return () => perform(stage, thing)
    },
  }
}

const note = 'Prima finiamo il punto.'

const holds = ({ as, chair, roomId }: Stage) => as(chair).rooms.setHold({ roomId, hold: 'on', note })

/** Ana's answer to her own first message, which waits for a moderator. */
async function held(stage: Stage) {
  await holds(stage)
  return (await stage.says(stage.ana, 'aspetta', stage.messageId)).id
}

const pinned = ({ as, chair, messageId }: Stage) => as(chair).rooms.pinMessage({ messageId })
const parked = ({ as, moderator, messageId }: Stage) => as(moderator).rooms.parkMessage({ messageId, note })
const reacts = ({ as, bruno, messageId }: Stage) => as(bruno).rooms.putReaction({ messageId, kind: 'agree' })

const recaps = ({ as, moderator, roomId }: Stage) =>
  as(moderator).rooms.writeRecap({
    roomId,
    firstLanguage: 'it',
    firstText: 'Si parla di case.',
    secondLanguage: 'bn',
    secondText: 'বাড়ি নিয়ে কথা হচ্ছে।',
    clientId: randomUUID(),
  })

/** The acts on the talk of a room. */
export const talkRows: Record<string, Row> = {
  'rooms.putReaction': act(reacts),
  'rooms.takeBackReaction': after(reacts, ({ as, bruno, messageId }) =>
    as(bruno).rooms.takeBackReaction({ messageId, kind: 'agree' }),
  ),
  'rooms.pinMessage': act(pinned),
  'rooms.unpinMessage': after(pinned, ({ as, chair, messageId }) =>
    as(chair).rooms.unpinMessage({ messageId }),
  ),
  'rooms.parkMessage': after(pinned, parked),
  'rooms.returnMessage': after(parked, ({ as, moderator, messageId }) =>
    as(moderator).rooms.returnMessage({ messageId }),
  ),
  'rooms.setSlowMode': act(({ as, chair, roomId }) =>
    as(chair).rooms.setSlowMode({ roomId, seconds: 30, note }),
  ),
  'rooms.setHold': act(holds),
  'rooms.approveMessage': after(held, ({ as, moderator }, messageId) =>
    as(moderator).rooms.approveMessage({ messageId }),
  ),
  'rooms.refuseMessage': after(held, ({ as, moderator }, messageId) =>
    as(moderator).rooms.refuseMessage({ messageId, reason: 'off-topic', note }),
  ),
  'rooms.writeRecap': act(recaps),
  'rooms.withdrawRecap': after(recaps, ({ as, moderator }, { recapId }) =>
    as(moderator).rooms.withdrawRecap({ recapId }),
  ),
}
