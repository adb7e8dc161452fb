import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ListPersonas, type PersonaShown } from './contract.ts'
import * as records from './records.ts'
import { personas } from './words.ts'

/** The people of the demo, in the order of the tour. */
export const listPersonas = query(ListPersonas, async ({ db, ground }): Promise<PersonaShown[]> => {
  if (!ground.settings.demo) throw new Refusal('unseen', 'page')
  const found = await records.listPersonas(db)
  return personas.flatMap((persona) => {
    const person = found.find((row) => row.persona === persona)
    return person ? [{ persona, name: person.name, organisation: person.organisation }] : []
  })
})
