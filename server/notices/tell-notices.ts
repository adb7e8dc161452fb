import type { Doorbell } from '../doorbell.ts'
import type { Ground } from '../ground.ts'
import { mailNotices } from './mail-notices.ts'
import { holdCursor, keepCursor, keepNotices, listBehind, listToTell } from './records-telling.ts'
import { told, toldNames } from './told.ts'

const atATime = 100

/** Turns what happened in a stream since last time into notices. However many workers do it, each is told once. */
export async function tellStream(ground: Ground, streamId: string): Promise<void> {
  for (;;) {
    const isDone = await ground.db.transaction().execute(async (trx) => {
      const cursor = await holdCursor(trx, streamId)
      if (!cursor || cursor.seq >= cursor.lastSeq) return true
      const place = { after: cursor.seq, upTo: cursor.lastSeq }
      const events = await listToTell(trx, streamId, place, toldNames, atATime)
      const atOnce = new Set<string>()
      for (const event of events) {
        const about = told[event.name]
        if (!about) continue
        // That a consultation closed is told in its room too, for who is there.
        if (about.subject === 'consultation' && event.streamId !== event.about) continue
        for (const personId of await keepNotices(trx, event, about, ground.now())) atOnce.add(personId)
      }
      const now = ground.now()
      for (const personId of [...atOnce].sort()) await mailNotices(ground, trx, personId, 'notice', now)
      const isWhole = events.length < atATime
      await keepCursor(trx, streamId, isWhole ? cursor.lastSeq : (events.at(-1)?.seq ?? cursor.lastSeq))
      return isWhole
    })
    if (isDone) return
  }
}

/** What a lost ring left behind: streams that grew longer than `seconds` ago and were not read since. */
export async function tellWhatWasMissed(ground: Ground, seconds = 0): Promise<number> {
  const behind = await listBehind(ground.db, new Date(ground.now().getTime() - seconds * 1000), 1_000)
  for (const streamId of behind) await tellStream(ground, streamId)
  return behind.length
}

export async function isAnyMissed(ground: Ground, seconds: number): Promise<boolean> {
  return (await listBehind(ground.db, new Date(ground.now().getTime() - seconds * 1000), 1)).length > 0
}

/** Listens to the doorbell and tells each stream that grew, a second later, so that a busy room is read once a second. */
export function tellAtEachRing(ground: Ground, doorbell: Doorbell): { stop(): Promise<void> } {
  const grown = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let working = Promise.resolve()
  let isStopped = false
  const work = async () => {
    timer = undefined
    const streams = [...grown]
    grown.clear()
    for (const streamId of streams) {
      if (isStopped) return
      await tellStream(ground, streamId).catch((error: unknown) =>
        ground.log.warn({ error }, 'notices not told yet'),
      )
    }
  }
  doorbell.onRing((rung) => {
    if (isStopped) return
    for (const { streamId } of rung) grown.add(streamId)
    timer ??= setTimeout(() => {
      working = working.then(work)
    }, 1_000).unref()
  })
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await working
    },
  }
}
