import type { Reader } from '#db/database.ts'
import { romeDay } from '../rome-day.ts'
import type { Decided, UnitResult } from './contract.ts'
import { isCounted, isExternal } from './rules.ts'
import { listClosed } from './records-reading.ts'

/** What the polls of a consultation decided, as far as its few or equal papers let it be told: for a brief. */
export async function readDecided(db: Reader, consultationId: string): Promise<Decided[]> {
  const rows = await listClosed(db, consultationId)
  return rows.map(({ closedAt, result, ...poll }) => ({
    ...poll,
    closedOn: romeDay(closedAt),
    units: isCounted(result) ? result.units.map(unitDecided) : [],
    external: isExternal(result) ? result.external : null,
  }))
}

function unitDecided({ unit, roll, ballots, outcome, winners, shown, counted }: UnitResult) {
  const isShown = shown === 'full'
  return {
    unit,
    outcome,
    winners,
    shown,
    turnout: ballots === null ? null : { roll, ballots },
    figures: isShown ? figuresOf(counted) : [],
    ...(isShown && counted && !('tally' in counted) ? { counted } : {}),
  }
}

/** How many voted for each choice, where that is what was counted; ranks and points are told by the whole count. */
function figuresOf(counted: UnitResult['counted']): Decided['units'][number]['figures'] {
  if (!counted) return []
  if ('tally' in counted)
    return counted.tally.map(({ answer, votes }) => ({ name: answer, isAnswer: true, votes }))
  if ('funded' in counted) return counted.rounds.map(({ name, votes }) => ({ name, isAnswer: false, votes }))
  if (counted.method !== 'approval') return []
  return (counted.rounds[0]?.votes ?? []).map(({ name, votes }) => ({
    name,
    isAnswer: false,
    votes: Number(votes),
  }))
}
