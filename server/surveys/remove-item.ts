import { command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { RemoveItem } from './contract.ts'
import { blocksOf } from './editing/places.ts'
import { reviseForm } from './revise-form.ts'

/** An item goes, a group with all in it; where another question asks for its answer, that one is named instead. */
export const removeItem = command(RemoveItem, async (act, asked) =>
  reviseForm(act, asked, (sheets) => {
    const block = blocksOf(sheets.survey).find(({ path }) => path === asked.path)
    if (!block) throw new Refusal('unseen', 'question')
    return { sheets: { ...sheets, survey: sheets.survey.toSpliced(block.from, block.to - block.from) } }
  }),
)
