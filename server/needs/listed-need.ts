import { saidIn } from '../by-language.ts'
import type { Language } from '../ground.ts'
import type { NeedCore, NeedListed } from './contract.ts'
import type { NeedRow } from './records-list.ts'
import type { Area, Urgency } from './words.ts'

export function listedNeed(row: NeedRow, language: Language): NeedListed {
  const core = needCore(row)
  return {
    ...core,
    consultation: saidIn(row.consultationTitle, language),
    excerpt: core.title === null ? null : row.excerpt,
  }
}

/** What this actor may know: the words, and whose they are, of a hidden or withdrawn need are its author's alone. */
export function needCore(row: Omit<NeedRow, 'excerpt' | 'position' | 'consultationTitle'>): NeedCore {
  const state = row.state === 'withdrawn' ? 'withdrawn' : row.hiddenAt === null ? 'posted' : 'hidden'
  const shows = state === 'posted' || row.isMine
  const organisation =
    row.organisationId && row.organisationName ? { id: row.organisationId, name: row.organisationName } : null
  return {
    id: row.id,
    consultationId: row.consultationId,
    state,
    isMine: row.isMine,
    title: shows ? row.title : null,
    language: row.language,
    organisation: shows ? organisation : null,
    author: shows && organisation === null ? row.author : null,
    territory: { code: row.territoryCode, name: row.territoryName },
    areas: row.areas as Area[],
    urgency: row.urgency as Urgency,
    postedAt: new Date(row.postedAt).toISOString(),
    supports: row.shownSupportCount,
  }
}
