export { approveMessage } from './approve-message.ts'
export { editMessage } from './edit-message.ts'
export { eventShown, eventsSince } from './events-since.ts'
export { listMessages } from './list-messages.ts'
export { listOwnWaiting } from './list-own-waiting.ts'
export { listRecaps } from './list-recaps.ts'
export { listThread } from './list-thread.ts'
export { parkMessage } from './park-message.ts'
export { pinMessage } from './pin-message.ts'
export { postMessage } from './post-message.ts'
export { putReaction } from './put-reaction.ts'
export {
  findEntry,
  forgetHere,
  keepHere,
  listDeliveries,
  listMissed,
  listOutsiders,
  listPlaces,
  type InRoom,
  type Missed,
} from './records-live.ts'
export type { EventRead } from './records-events.ts'
export { readTalk } from './records-talk.ts'
export { standing } from './records.ts'
export { refuseMessage } from './refuse-message.ts'
export { returnMessage } from './return-message.ts'
export { setHold } from './set-hold.ts'
export { setSlowMode } from './set-slow-mode.ts'
export { showKeeping } from './show-keeping.ts'
export { showKept } from './show-kept.ts'
export { showMessage } from './show-message.ts'
export { showOwnMessage } from './show-own-message.ts'
export { showRoom } from './show-room.ts'
export { takeBackReaction } from './take-back-reaction.ts'
export { unpinMessage } from './unpin-message.ts'
export { withdrawMessage } from './withdraw-message.ts'
export { withdrawRecap } from './withdraw-recap.ts'
export { writeRecap } from './write-recap.ts'
