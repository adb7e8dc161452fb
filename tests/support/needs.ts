import { randomUUID } from 'node:crypto'
import type { Person } from '#server/ground.ts'
import type { World } from './world.ts'

/** The form of a need, filled in well enough to be posted. */
export function aWrittenNeed(given: Record<string, unknown> = {}) {
  return {
    title: 'Servono case per chi lavora nei campi',
    text: 'Nessuno affitta a chi ha un contratto stagionale.',
    language: 'it' as const,
    territoryCode: '19',
    areas: ['housing' as const],
    concerns: ['workers' as const],
    urgency: 'high' as const,
    ...given,
  }
}

type Given = {
  consultationId: string
  /** A new person unless given. */
  author?: Person
  organisationId?: string | null
  title?: string
  plain?: string
  language?: string
  territory?: { code: string; region: string; province: string | null }
  areas?: string[]
  concerns?: string[]
  urgency?: 'low' | 'medium' | 'high' | 'critical'
  state?: 'posted' | 'withdrawn'
  hidden?: boolean
  postedAt?: Date
  organisationSupports?: number
}

/** A need as a row, for tests of what others do with it. */
export async function aNeed(
  world: Pick<World, 'ground' | 'person'>,
  given: Given,
): Promise<{ id: string; author: Person }> {
  const author = given.author ?? (await world.person())
  const plain = given.plain ?? 'Nessuno affitta a chi ha un contratto stagionale.'
  const paragraph = { type: 'paragraph', children: [{ type: 'text', text: plain }] }
  const territory = given.territory ?? { code: '19', region: '19', province: null }
  const { id } = await world.ground.db
    .insertInto('needs')
    .values({
      consultationId: given.consultationId,
      authorId: author.id,
      organisationId: given.organisationId ?? null,
      state: given.state ?? 'posted',
      title: given.title ?? `Un bisogno ${randomUUID()}`,
      document: JSON.stringify({ root: { type: 'root', children: [paragraph] } }),
      plain,
      language: given.language ?? 'it',
      territoryCode: territory.code,
      regionCode: territory.region,
      provinceCode: territory.province,
      areas: given.areas ?? ['housing'],
      concerns: given.concerns ?? ['workers'],
      urgency: given.urgency ?? 'medium',
      postedAt: given.postedAt ?? new Date(),
      hiddenAt: given.hidden ? new Date() : null,
      supportCount: given.organisationSupports ?? 0,
      organisationSupportCount: given.organisationSupports ?? 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, author }
}
