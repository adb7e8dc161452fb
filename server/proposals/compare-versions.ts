import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { CompareVersions, type Compared } from './contract.ts'
import { differencesBetween } from './differences.ts'
import { findProposal, findVersions } from './records-reading.ts'

/** What changed from one version to another; the last change unless others are asked for. */
export const compareVersions = query(
  CompareVersions,
  async ({ db, actor }, { proposalId, from, to }): Promise<Compared> => {
    const found = await findProposal(db, actor, proposalId)
    if (!found) throw new Refusal('unseen', 'proposal')
    const later = to ?? found.currentVersion
    const earlier = from ?? Math.max(1, later - 1)
    const words = await findVersions(db, proposalId, [earlier, later])
    const [before, after] = [earlier, later].map((version) => words.find((each) => each.version === version))
    const versions = found.versions.map((each) => ({ ...each, at: new Date(each.at) }))
    const [noted, notedAfter] = [earlier, later].map((version) =>
      versions.find((each) => each.version === version),
    )
    if (!before || !after || !noted || !notedAfter) throw new Refusal('unseen', 'version')
    const fields = { title: 'title', addressee: 'addressee', ask: 'ask', text: 'plain' } as const
    return {
      proposalId,
      number: found.number,
      title: found.title,
      language: found.language,
      from: noted,
      to: notedAfter,
      versions,
      parts: (['title', 'addressee', 'ask', 'text'] as const).map((part) => ({
        part,
        isSame: before[fields[part]] === after[fields[part]],
        pieces: differencesBetween(before[fields[part]], after[fields[part]]),
      })),
    }
  },
)
