import { useEffect, useState } from 'react'
import type { MyPlaces } from '#server/floor/contract.ts'
import { ask } from './ask.ts'

const none: MyPlaces = { seats: [], runs: false, presides: false, watchesBalance: false, apologies: [] }

/** Which seats the reader fills in the meeting that is on; another meeting may be called while the page stands. */
export function useMyPlaces(
  meetingId: string | undefined,
  loaded: { meetingId: string; places: MyPlaces } | null,
  isSignedIn: boolean,
): MyPlaces {
  const [known, setKnown] = useState(loaded)
  useEffect(() => {
    const learn = async () => {
      if (!isSignedIn || meetingId === undefined || known?.meetingId === meetingId) return
      const told = await ask('floor/show-my-places', { meetingId })
      if ('answer' in told) setKnown({ meetingId, places: told.answer })
    }
    void learn()
  }, [meetingId, known, isSignedIn])
  return known && known.meetingId === meetingId ? known.places : none
}
