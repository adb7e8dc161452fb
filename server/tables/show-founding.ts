import { query } from '../query.ts'
import { insist } from '../refusal.ts'
import { ShowFounding } from './contract.ts'
import { mayFound } from './rules.ts'

/** Whether the form for a new table is for this person. */
export const showFounding = query(ShowFounding, async ({ actor }) => {
  insist(mayFound(actor))
  return {}
})
