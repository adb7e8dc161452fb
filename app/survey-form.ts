import { formFields } from './form-fields.ts'
import type { Fields } from '#server/responses/contract.ts'
import { moves, type Move } from '#server/responses/words.ts'

/** A page of a survey as it was posted: what its buttons say (`~go`, `~turn`, `~speak`), and the answers by their paths. */
export interface PostedPage {
  page: string
  language: string
  go: Move
  turn: string
  /** The language in which the page is wanted from here on. */
  speak: string
  /** Where to stand when the page is drawn anew. */
  at: string
  fields: Fields
  files: [string, File][]
}

/** No question has a name with `~` at its beginning. */
export async function postedPage(request: Request): Promise<PostedPage> {
  const fields = new Map<string, string[]>()
  const files: [string, File][] = []
  for (const [name, given] of Object.entries(await formFields(request))) {
    const values = [given ?? []].flat()
    const texts = values.filter((value) => typeof value === 'string')
    if (texts.length > 0) fields.set(name, texts)
    for (const value of values)
      // A browser sends a file that was not chosen as an empty one.
      if (typeof value !== 'string' && value.size > 0) files.push([name.replace(/~file$/, ''), value])
  }
  const own = (name: string) => {
    const value = fields.get(name)?.at(-1) ?? ''
    fields.delete(name)
    return value
  }
  const [go = '', at = ''] = own('~go').split(/:(.*)/s)
  const turn = own('~turn')
  const speak = own('~speak')
  const spoken = own('~language')
  return {
    page: own('~page'),
    language: speak || spoken,
    go: turn === '' && speak === '' ? (moves.find((move) => move === go) ?? 'next') : 'stay',
    turn,
    speak,
    at: turn === '' ? at : turn.replace(/^(add|remove):/, '').replace(/\[\d+\]$/, ''),
    fields: Object.fromEntries(
      [...fields].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
    ),
    files,
  }
}
