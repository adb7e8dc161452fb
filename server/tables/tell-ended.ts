import type { Act } from '../command.ts'
import { tellHolder } from './tell-holder.ts'
import type { MandatePart } from './words.ts'

export type EndedMandate = { personId: string; part: MandatePart; startsOn: string; endsOn: string | null }

/** Writes to whose term at a table was cut, but for whoever did that themselves. */
export async function tellEnded(
  act: Act,
  { tableId, organisationId }: { tableId: string; organisationId: string },
  ended: EndedMandate[],
): Promise<void> {
  for (const { personId, ...term } of ended)
    if (personId !== act.actor.id)
      await tellHolder(act, { personId, tableId }, { kind: 'seat-ended', organisationId, ...term })
}
