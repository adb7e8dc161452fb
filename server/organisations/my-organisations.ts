import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { type MyOrganisation, MyOrganisations } from './contract.ts'
import { isOfficialAnywhere, listMine } from './records-shown.ts'
import { decidesEverywhere } from './rules.ts'

/** The organisations one belongs to, and whether one decides on others'. */
export const myOrganisations = query(
  MyOrganisations,
  async ({ db, actor }): Promise<{ organisations: MyOrganisation[]; mayVerify: boolean }> => {
    if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
    return {
      organisations: await listMine(db, actor.id),
      mayVerify: decidesEverywhere(actor) || (await isOfficialAnywhere(db, actor.id)),
    }
  },
)
