import { command } from '../command.ts'
import { EditProfile } from './contract.ts'
import { keepProfile } from './records.ts'

export const editProfile = command(EditProfile, async ({ trx, actor }, profile) => {
  await keepProfile(trx, actor.id, profile)
  return profile
})
