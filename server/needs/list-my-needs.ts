import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ListMyNeeds, type MyNeeds } from './contract.ts'
import { listedNeed } from './listed-need.ts'
import { readPosition, writePosition } from './position.ts'
import { listDrafts } from './records-drafts.ts'
import { listNeedsOf } from './records-list.ts'
import { needsOnPage } from './words.ts'

/** One's unfinished needs, and those that oneself or one's organisations have posted. */
export const listMyNeeds = query(ListMyNeeds, async ({ db, actor }, { after }): Promise<MyNeeds> => {
  if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
  const rows = await listNeedsOf(db, actor, readPosition(after))
  const page = rows.slice(0, needsOnPage)
  const last = page.at(-1)
  const drafts = after ? [] : await listDrafts(db, actor)
  return {
    drafts: drafts.map(({ consultationId, consultationTitle, typed, clientId, keptAt }) => ({
      clientId,
      consultation: { ...saidIn(consultationTitle, actor.language), id: consultationId },
      title: typed.title ?? '',
      language: typed.language ?? actor.language,
      keptAt: keptAt.toISOString(),
    })),
    needs: page.map((row) => listedNeed(row, actor.language)),
    next: rows.length > needsOnPage && last ? writePosition(last.position) : null,
  }
})
