import { canonical, sha256 } from '../canonical.ts'
import type { FormDefinition, Plan } from './contract.ts'

/** What an opened survey asks and what will be published of it, as one hash: whoever has both can compute it again. */
export function definitionHashOf(form: FormDefinition, plan: Plan): string {
  return sha256(canonical(JSON.parse(JSON.stringify({ form, plan }))))
}
