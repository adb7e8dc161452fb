import type { Reader } from '#db/database.ts'
import { Refusal } from '../refusal.ts'
import type { FormDefinition, SurveySeen } from './contract.ts'
import { findForm } from './records.ts'

/** The forms that were asked for last: what was opened never changes, and every page of every answer asks for it. */
const kept = new Map<string, FormDefinition>()
const most = 20

/** The form of a survey; nobody may change what they are handed. */
export async function formOf(
  db: Reader,
  { id, definitionHash }: Pick<SurveySeen, 'id' | 'definitionHash'>,
): Promise<FormDefinition> {
  const key = definitionHash === null ? '' : `${id} ${definitionHash}`
  const known = kept.get(key)
  const form = known ?? (await findForm(db, id))
  if (!form) throw new Refusal('unseen', 'survey')
  if (key === '') return form
  kept.delete(key)
  kept.set(key, form)
  const oldest = kept.keys().next().value
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  return form
}
