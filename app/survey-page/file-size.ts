import { fileLimits } from '#server/responses/files/words.ts'
import { showWrong } from './wrong.ts'

/** A file that is too large is refused before a poor line carries it for nothing. */
export function startFiles(form: HTMLFormElement): void {
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'file') return
    const isTooLarge = [...(target.files ?? [])].some(({ size }) => size > fileLimits.bytes)
    showWrong(form, target.id, isTooLarge ? (target.dataset['tooLarge'] ?? '') : undefined)
    if (isTooLarge) target.value = ''
  })
}
