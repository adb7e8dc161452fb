import type { AppLoadContext } from '@remix-run/node'

/** Opening a page of a meeting keeps the place that the reader took in it; not where a link of another site opened it. */
export async function keepPlace(
  { platform: { actor, floor }, isFromElsewhere }: AppLoadContext,
  meetingId: string,
): Promise<void> {
  if (actor.kind === 'person' && !isFromElsewhere) await floor.keepPlace({ meetingId })
}
