import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { ListNeeds, type NeedsListed } from './contract.ts'
import { listedNeed } from './listed-need.ts'
import { readPosition, writePosition } from './position.ts'
import * as records from './records-list.ts'
import { needsOnPage } from './words.ts'

/** The needs an actor may see, narrowed and in order, twenty at a time. */
export const listNeeds = query(ListNeeds, async ({ db, actor }, asked): Promise<NeedsListed> => {
  const found = await records.listNeeds(db, actor, { ...asked, from: readPosition(asked.after) })
  const page = found.needs.slice(0, needsOnPage)
  const last = page.at(-1)
  const isWhole = !asked.after && found.needs.length <= needsOnPage
  return {
    needs: page.map((row) => listedNeed(row, actor.language)),
    next: found.needs.length > needsOnPage && last ? writePosition(last.position) : null,
    count: found.count ?? (asked.q && isWhole ? page.length : null),
    asked: {
      consultation: found.consultationTitle ? saidIn(found.consultationTitle, actor.language) : null,
      organisation: found.organisationName,
      municipality: found.municipalityName,
    },
    regions: found.regions,
    provinces: found.provinces,
  }
})
