import { outcomes } from '../answers/words.ts'
import type { Ground } from '../ground.ts'
import { areas } from '../needs/words.ts'
import { publicStates } from '../proposals/words.ts'
import { query } from '../query.ts'
import { romeDay } from '../rome-day.ts'
import { programmeRegions } from '../territories/words.ts'
import { ShowStatistics, type Statistics } from './contract.ts'
import { countAll } from './records.ts'
import { shownPeople } from './rules.ts'

const keptFor = 60_000
const kept = new WeakMap<Ground, { at: number; statistics: Promise<Statistics> }>()

/** The use of the platform in figures. Counted at most once a minute, since counting reads whole tables. */
export const showStatistics = query(ShowStatistics, async ({ ground, now }): Promise<Statistics> => {
  const found = kept.get(ground)
  const age = found ? now.getTime() - found.at : Infinity
  if (found && age >= 0 && age < keptFor) return found.statistics
  const statistics = count(ground, now)
  kept.set(ground, { at: now.getTime(), statistics })
  statistics.catch(() => kept.delete(ground))
  return statistics
})

async function count(ground: Ground, now: Date): Promise<Statistics> {
  const found = await countAll(ground.db, romeDay(now))
  return {
    countedAt: now,
    consultations: { open: found.open, closed: found.closed },
    organisations: found.organisations,
    people: shownPeople(found.people),
    needs: {
      total: found.needs,
      byArea: areas.map((area) => ({ area, needs: numberOf(found.needsByArea, area) })),
      byRegion: found.needsByRegion
        .map(({ code, name, count }) => ({ code, name, needs: count }))
        .toSorted((one, other) => placeOf(one.code) - placeOf(other.code)),
    },
    proposals: publicStates.map((state) => ({ state, proposals: numberOf(found.proposals, state) })),
    answers: {
      byOutcome: outcomes.map((outcome) => ({ outcome, proposals: numberOf(found.answers, outcome) })),
      medianDays: found.medianDays,
      awaited: found.awaited,
      overdue: found.overdue,
    },
  }
}

function numberOf(list: { name: string; count: number }[], name: string): number {
  return list.find((each) => each.name === name)?.count ?? 0
}

/** The regions of the programme in their order, the others after them. */
function placeOf(code: string): number {
  const place = programmeRegions.findIndex((region) => region === code)
  return place < 0 ? programmeRegions.length : place
}
