import { query } from '../query.ts'
import { ShowMeeting } from './contract.ts'
import { meetingShown } from './meeting-shown.ts'

/** A meeting: when and where, its agenda with the papers, and how to come to it. */
export const showMeeting = query(ShowMeeting, (look, { meetingId }) => meetingShown(look, meetingId))
