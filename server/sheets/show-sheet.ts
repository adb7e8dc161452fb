import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { type Sheet, ShowSheet } from './contract.ts'
import { readSheet } from './read-sheet.ts'
import { sheetParts } from './words.ts'

/** What a screen needs of the meeting in a room: all of it, or the parts that it is behind with. */
export const showSheet = query(ShowSheet, async ({ ground, actor }, { roomId, parts }): Promise<Sheet> => {
  const sheet = await readSheet(ground, actor, roomId, parts && parts.length > 0 ? parts : sheetParts)
  if (!sheet) throw new Refusal('unseen', 'room')
  return sheet
})
