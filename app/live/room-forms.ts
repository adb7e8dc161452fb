import { createContext } from 'react'

/** What every form on a room's page needs: where it leads back to, and what makes a retry harmless without a script. */
export const RoomForms = createContext({
  roomId: '',
  clientId: '',
  /** Called when an act was done: where nothing comes live, what it changed is asked for. */
  afterAct: () => {},
})
