export { editMessage } from './edit-message.ts'
export { eventShown, eventsSince } from './events-since.ts'
export { listMessages } from './list-messages.ts'
export { postMessage } from './post-message.ts'
export {
  findEntry,
  forgetHere,
  keepHere,
  listDeliveries,
  listOutsiders,
  listPlaces,
  type InRoom,
} from './records-live.ts'
export type { EventRead } from './records-reading.ts'
export { showOwnMessage } from './show-own-message.ts'
export { showRoom } from './show-room.ts'
export { withdrawMessage } from './withdraw-message.ts'
