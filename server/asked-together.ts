import pg from 'pg'

/**
 * Gathers what is asked in one turn of the event loop and asks it in one statement: in a surge, ten requests that came together
 * look for ten sessions at once, or cast ten votes. Who is alone waits for nothing, since the turn ends as soon as there is no
 * more to read. The same wish is asked once; another one with the same key waits for the statement after.
 */
export function askedTogether<Place extends object, Wish, Found>(
  keyOf: (wish: Wish) => string,
  ask: (place: Place, wishes: Wish[]) => Promise<Map<string, Found>>,
) {
  const waiting = new WeakMap<Place, Batch<Wish, Found>>()
  return async (place: Place, wish: Wish): Promise<Found | undefined> => {
    const key = keyOf(wish)
    let batch = waiting.get(place)
    if (!batch || batch.wishes.size >= most || !takes(batch.wishes, key, wish)) {
      const wishes = new Map<string, Wish>()
      const found = turnEnds().then(() => {
        if (waiting.get(place)?.wishes === wishes) waiting.delete(place)
        return ask(place, [...wishes.values()])
      })
      batch = { wishes, found }
      waiting.set(place, batch)
    }
    batch.wishes.set(key, wish)
    try {
      return (await batch.found).get(key)
    } catch (error) {
      // What the database will not take of one must not cost the others theirs: each is asked alone.
      if (batch.wishes.size === 1 || !isOfStatement(error)) throw error
      return (await ask(place, [wish])).get(key)
    }
  }
}

type Batch<Wish, Found> = { wishes: Map<string, Wish>; found: Promise<Map<string, Found>> }

const most = 100

/** What a connection or the database ends with, and what it is too busy for; its severity is a word of the server's language. */
const ofTheDatabase = /^(?:08|28|53|57|58|XX)/

/** Not the end of a connection or of the database, which to ask again would only burden. */
function isOfStatement(error: unknown): boolean {
  return error instanceof pg.DatabaseError && !ofTheDatabase.test(error.code ?? '08')
}

function takes<Wish>(wishes: Map<string, Wish>, key: string, wish: Wish): boolean {
  return !wishes.has(key) || wishes.get(key) === wish
}

/** After all that came in this turn has been read: a microtask would come before the next request. */
function turnEnds(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
