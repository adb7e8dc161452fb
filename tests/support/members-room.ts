import { aWorld } from './world.ts'

/** The room of a consultation that is for its members only, with its chair and one whom they let in. */
export async function aMembersRoom() {
  const world = await aWorld()
  const { id: consultationId, roomId, table } = await world.consultation({ visibility: 'members' })
  const member = await world.person({ name: 'Membro' })
  await world.ground.db
    .insertInto('consultationMembers')
    .values({ consultationId, personId: member.id, addedBy: table.chair.id })
    .execute()
  return { ...world, consultationId, roomId, chair: table.chair, member }
}
