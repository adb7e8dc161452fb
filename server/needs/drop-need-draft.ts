import { command } from '../command.ts'
import { DropNeedDraft } from './contract.ts'
import { dropDraft } from './records-drafts.ts'

export const dropNeedDraft = command(DropNeedDraft, async ({ trx, actor }, { clientId }) => {
  await dropDraft(trx, actor.id, clientId)
  return { clientId }
})
