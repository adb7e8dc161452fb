import { randomUUID } from 'node:crypto'
import { analyseOpinions, showResults } from '#server/opinions/index.ts'
import { aWorld, guest } from './world.ts'

/** A consultation that collects statements, open unless said, with so many statements that are asked. */
export async function aCollection(
  given: {
    statements?: number
    isOpen?: boolean
    holdsStatements?: boolean
    letsGuests?: boolean
    showsResults?: boolean
    participation?: 'organisations' | 'registered'
    visibility?: 'public' | 'members'
  } = {},
) {
  const { ground, ...a } = await aWorld()
  const { db } = ground
  const consultation = await a.consultation({
    participation: given.participation ?? 'registered',
    visibility: given.visibility ?? 'public',
  })
  const many = given.statements ?? 3
  await db
    .insertInto('statementCollections')
    .values({
      consultationId: consultation.id,
      isOpen: given.isOpen ?? true,
      holdsStatements: given.holdsStatements ?? true,
      letsGuests: given.letsGuests ?? false,
      showsResults: given.showsResults ?? false,
      lastNumber: many,
      arrangedBy: consultation.table.chair.id,
    })
    .execute()
  const statements = await Promise.all(
    Array.from({ length: many }, (_, number) =>
      db
        .insertInto('statements')
        .values({
          consultationId: consultation.id,
          number,
          text: `Affermazione ${number} ${randomUUID()}`,
          language: 'it',
          state: 'approved',
        })
        .returning(['id', 'number', 'text'])
        .executeTakeFirstOrThrow(),
    ),
  )

  /** People who answered so, by statement: 1, 0, -1, or null for not seen. */
  async function answered(rows: readonly (readonly (1 | 0 | -1 | null)[])[], at = ground.now()) {
    for (const row of rows) {
      const { id: answererId } = await db
        .insertInto('answerers')
        .values({ consultationId: consultation.id })
        .returning('id')
        .executeTakeFirstOrThrow()
      const values = row.flatMap((vote, number) =>
        vote === null ? [] : [{ answererId, statementId: statements[number]!.id, vote, answeredAt: at }],
      )
      if (values.length > 0) await db.insertInto('opinions').values(values).execute()
    }
  }

  return {
    ground,
    a,
    consultation,
    consultationId: consultation.id,
    table: consultation.table,
    statements,
    answered,
  }
}

/** One of eight statements that shows its results, with what a stranger reads there. */
export async function shown(given: Parameters<typeof aCollection>[0] = {}) {
  const its = await aCollection({ statements: 8, showsResults: true, ...given })
  const { ground, consultationId } = its
  const results = async () => (await showResults(ground, guest, { consultationId })).results
  const analyseNow = () => analyseOpinions(ground, consultationId)
  return { ...its, results, analyseNow }
}

/** Two camps that agree on the last statement and differ on the others, of so many people each. */
export function twoCamps(one: number, other: number, statements = 8): (1 | -1)[][] {
  const row = (vote: 1 | -1): (1 | -1)[] => [...Array<1 | -1>(statements - 1).fill(vote), 1]
  return [...Array.from({ length: one }, () => row(1)), ...Array.from({ length: other }, () => row(-1))]
}
