import { query } from '../query.ts'
import { ListOrganisations, type OrganisationListed } from './contract.ts'
import { listVerified } from './records-shown.ts'
import { organisationsOnPage } from './words.ts'

/** Verified organisations by name; the page after begins behind `older`. */
export const listOrganisations = query(
  ListOrganisations,
  async ({ db }, asked): Promise<{ organisations: OrganisationListed[]; older: string | null }> => {
    const found = await listVerified(db, asked)
    const organisations = found.slice(0, organisationsOnPage)
    return {
      organisations,
      older: found.length > organisationsOnPage ? (organisations.at(-1)?.id ?? null) : null,
    }
  },
)
