import { command } from '../command.ts'
import { MoveItem } from './contract.ts'
import { moved } from './editing/places.ts'
import { reviseForm } from './revise-form.ts'

/** An item goes up or down, into the group before it, or out of its own. */
export const moveItem = command(MoveItem, async (act, asked) =>
  reviseForm(act, asked, (sheets) => {
    const space = asked.move.indexOf(' ')
    const [to, path] = [asked.move.slice(0, space), asked.move.slice(space + 1)]
    return { sheets: { ...sheets, survey: moved(sheets.survey, path, to) } }
  }),
)
