import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { romeDay } from '../rome-day.ts'
import { ShowHome, type Home } from './contract.ts'
import { showHome as show } from './records.ts'

/** What is open, what is due, and what was last answered, as far as the reader may see it. */
export const showHome = query(ShowHome, async ({ db, actor, now }): Promise<Home> => {
  const { language } = actor
  const found = await show(db, actor, romeDay(now))
  return {
    openByRegion: Object.fromEntries(found.regions.map((region) => [region.code, region.open])),
    consultations: found.consultations.map((it) => ({
      ...it,
      title: saidIn(it.title, language),
      table: saidIn(it.table, language),
    })),
    deadlines: found.deadlines.map((it) => ({ ...it, title: saidIn(it.title, language) })),
    briefs: found.briefs.map(({ year, number, title, ...it }) => ({
      ...it,
      number: `${number}/${year}`,
      title: saidIn(title, language),
      publishedAt: new Date(it.publishedAt),
    })),
    answers: found.answers.map((it) => ({ ...it, givenAt: new Date(it.givenAt) })),
    table: found.table && { ...found.table, name: saidIn(found.table.name, language) },
    duties: [
      ...(found.moderates ? (['moderation'] as const) : []),
      ...(found.answersFor ? (['answers'] as const) : []),
    ],
    updatedAt: found.updatedAt,
  }
})
