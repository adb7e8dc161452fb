/**
 * Gathers what is asked in one turn of the event loop and asks it in one query: in a surge, ten requests that came together
 * look for ten sessions at once. Who is alone waits for nothing, since the turn ends as soon as there is no more to read.
 */
export function askedTogether<Place extends object, Found>(
  ask: (place: Place, keys: string[]) => Promise<Map<string, Found>>,
) {
  const waiting = new WeakMap<Place, { keys: Set<string>; found: Promise<Map<string, Found>> }>()
  return async (place: Place, key: string): Promise<Found | undefined> => {
    let batch = waiting.get(place)
    if (!batch || batch.keys.size >= most) {
      const keys = new Set<string>()
      const found = turnEnds().then(() => {
        if (waiting.get(place)?.keys === keys) waiting.delete(place)
        return ask(place, [...keys])
      })
      batch = { keys, found }
      waiting.set(place, batch)
    }
    batch.keys.add(key)
    return (await batch.found).get(key)
  }
}

const most = 100

/** After all that came in this turn has been read: a microtask would come before the next request. */
function turnEnds(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
