import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { OrganisationsToVerify, type OrganisationToVerify } from './contract.ts'
import { isOfficialAnywhere, listToVerify } from './records-shown.ts'
import { decidesEverywhere } from './rules.ts'
import { organisationsOnPage } from './words.ts'

/** What waits for this official, the longest waiting first. */
export const organisationsToVerify = query(
  OrganisationsToVerify,
  async (
    { db, actor },
    { after },
  ): Promise<{ organisations: OrganisationToVerify[]; older: string | null }> => {
    if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
    if (!decidesEverywhere(actor) && !(await isOfficialAnywhere(db, actor.id)))
      throw new Refusal('forbidden', 'only-for-officials')
    const found = await listToVerify(db, actor, after)
    const organisations = found.slice(0, organisationsOnPage)
    return {
      organisations,
      older: found.length > organisationsOnPage ? (organisations.at(-1)?.id ?? null) : null,
    }
  },
)
