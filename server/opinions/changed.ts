import type { Ground } from '../ground.ts'

const byGround = new WeakMap<Ground['db'], Set<string>>()

/** Remembers that what is analysed of a consultation is not what it was: the next turn of this node looks at it. */
export function changed({ db }: Pick<Ground, 'db'>, consultationId: string): void {
  const marked = byGround.get(db) ?? new Set()
  marked.add(consultationId)
  byGround.set(db, marked)
}

/** Takes what was marked since it was last asked. */
export function takeChanged({ db }: Pick<Ground, 'db'>): string[] {
  const marked = [...(byGround.get(db) ?? [])]
  byGround.delete(db)
  return marked
}
