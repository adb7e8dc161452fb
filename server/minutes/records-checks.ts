import type { Reader } from '#db/database.ts'

/** Under which item each check of a meeting was opened, and when. */
export async function listCheckPlaces(db: Reader, meetingId: string) {
  return db
    .selectFrom('checks')
    .where('meetingId', '=', meetingId)
    .orderBy('openedAt')
    .select(['id', 'itemId', 'openedAt'])
    .execute()
}
