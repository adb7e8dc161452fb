import { createHash } from 'node:crypto'
import type { PersonKey } from '#db/seed/content/shape.ts'
import type { Ground, Language, Person } from '../ground.ts'
import { languages } from '../ground.ts'

/** Everything that the steps have made so far, found again by its key in the content. */
export type Cast = {
  ground: Ground
  /** The person as the one who acts. */
  as(key: PersonKey): Person
  person(key: PersonKey): { id: string; email: string }
  keep(key: string, id: string): void
  id(key: string): string
  /** The same for a key at every filling, so that a filling that was cut off can go on. */
  clientId(key: string): string
}

export function castOn(
  ground: Ground,
  people: ReadonlyMap<
    PersonKey,
    { id: string; name: string; email: string; language: string; isCoordinator: boolean }
  >,
): Cast {
  const ids = new Map<string, string>()
  const person = (key: PersonKey) => {
    const found = people.get(key)
    if (!found) throw new Error(`The demo names ${key}, whom it does not have`)
    return found
  }
  return {
    ground,
    person,
    as: (key) => {
      const { id, name, language, isCoordinator } = person(key)
      const screen = languages.find((each) => each === language) ?? 'it'
      return {
        kind: 'person',
        id,
        sessionId: id,
        name,
        language: screen satisfies Language,
        roles: isCoordinator ? ['coordinator'] : [],
        unread: 0,
        network: 'demo',
      }
    },
    keep: (key, id) => void ids.set(key, id),
    id: (key) => {
      const found = ids.get(key)
      if (!found) throw new Error(`The demo names ${key} before it is made`)
      return found
    },
    clientId: (key) => {
      const hash = createHash('sha256').update(key).digest('hex')
      return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
    },
  }
}
