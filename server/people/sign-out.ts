import { command } from '../command.ts'
import { SignOut } from './contract.ts'
import { leaveDevice } from './leave-device.ts'

/** Signs out of this device. */
export const signOut = command(SignOut, async (act) => {
  await leaveDevice(act)
  return {}
})
