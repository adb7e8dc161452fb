import { command } from '../command.ts'
import { ChooseLanguage } from './contract.ts'
import { keepLanguage } from './records.ts'

export const chooseLanguage = command(ChooseLanguage, async ({ trx, actor }, { language }) => {
  await keepLanguage(trx, actor.id, language)
  return { language }
})
