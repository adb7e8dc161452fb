import { useCallback, useEffect, useRef, useState } from 'react'
import type { EventShown } from '#server/rooms/contract.ts'
import type { Sheet } from '#server/sheets/contract.ts'
import { ask } from './ask.ts'
import { pauseBefore } from './outbox.ts'
import { serverClock } from './server-clock.ts'
import { copyOf, noteChanges, partsBehind, takeSheet, type LoadedSheet, type SheetCopy } from './sheet.ts'

/** A live batch brings what it changed at once or soon after; only then is it asked for. */
const patience = 1_500

/** The sheet of a room, kept true by what comes live, and by asking where nothing does. */
export function useSheet(roomId: string, loaded: LoadedSheet) {
  const [copy, setCopy] = useState<SheetCopy>(() => copyOf(loaded))
  const [clock] = useState(() => serverClock(Date.parse(loaded.at)))
  const current = useRef(copy)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const tries = useRef(0)
  const again = useRef((_wait: number) => {})

  const show = useCallback((next: SheetCopy) => {
    current.current = next
    setCopy(next)
    if (partsBehind(next).length === 0) clearTimeout(timer.current)
  }, [])

  const askForMissing = useCallback(async () => {
    const parts = partsBehind(current.current)
    if (parts.length === 0) return
    const told = await ask('sheets/show-sheet', { roomId, parts })
    if ('answer' in told) {
      tries.current = 0
      clock.hear(told.answer.at)
      show(takeSheet(current.current, told.answer))
    }
    if ('refused' in told) return
    // Something else may have changed while the answer was on its way.
    if (partsBehind(current.current).length > 0) {
      again.current(pauseBefore(tries.current, Math.random()))
      tries.current += 1
    }
  }, [roomId, clock, show])

  const askIn = useCallback(
    (wait: number) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void askForMissing(), wait)
    },
    [askForMissing],
  )
  useEffect(() => {
    again.current = askIn
    return () => clearTimeout(timer.current)
  }, [askIn])

  /** What happened, and the sheet where it came along. `asked` events bring none. */
  const hear = useCallback(
    (
      events: readonly EventShown[],
      { sheet, asked }: { sheet?: Sheet | undefined; asked?: boolean } = {},
    ) => {
      if (sheet) clock.hear(sheet.at)
      if (!sheet && events.every(({ parts }) => parts === undefined)) return
      const noted = noteChanges(current.current, events)
      show(sheet ? takeSheet(noted, sheet) : noted)
      if (partsBehind(current.current).length > 0) askIn(asked ? 0 : patience)
    },
    [clock, show, askIn],
  )

  return { sheet: copy, clock, hear }
}
