import type { Act } from '../command.ts'
import type { Announcement } from '../events.ts'

/** Events of two rooms are written in one order of the rooms, so that two acts never wait for each other's. */
export async function announceInOrder(
  announce: Act['announce'],
  announcements: readonly Announcement[],
): Promise<void> {
  const ordered = announcements.toSorted((one, other) => one.streamId.localeCompare(other.streamId))
  for (const each of ordered) await announce(each)
}
