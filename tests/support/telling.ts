import { tellStream } from '#server/notices/index.ts'
import type { TestGround } from './ground.ts'

/** Tells what happened in a meeting's room and consultation; all that other tests left behind in this database takes far longer. */
export async function tellOfMeeting(ground: TestGround, meetingId: string): Promise<void> {
  const { roomId, consultationId } = await ground.db
    .selectFrom('meetings')
    .where('id', '=', meetingId)
    .select(['roomId', 'consultationId'])
    .executeTakeFirstOrThrow()
  for (const streamId of [roomId, consultationId]) await tellStream(ground, streamId)
}
