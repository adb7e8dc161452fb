import type { FormDefinition, Item, Question } from './contract.ts'

/** Every question by its id: the names of what it stands in and its own, joined by `/`. */
export function questionsByPath(form: FormDefinition): Map<string, Question> {
  const found = new Map<string, Question>()
  const look = (items: Item[], above: string): void => {
    for (const item of items) {
      const path = above === '' ? item.name : `${above}/${item.name}`
      if (item.is === 'question') found.set(path, item)
      else if (item.is !== 'unasked') look(item.items, path)
    }
  }
  look(form.items, '')
  return found
}
