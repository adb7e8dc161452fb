export { listFeedback } from './list-feedback.ts'
export { sendFeedback } from './send-feedback.ts'
export { settleFeedback } from './settle-feedback.ts'
