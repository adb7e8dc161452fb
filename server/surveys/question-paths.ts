import type { FormDefinition, Item, Question } from './contract.ts'

/** Every question by its id: the names of what it stands in and its own, joined by `/`. */
export function questionsByPath(form: FormDefinition): Map<string, Question> {
  return questionsIn(form.items, () => true)
}

/** Those that one response answers once at most: none in a repeat. */
export function questionsAskedOnce(form: FormDefinition): Map<string, Question> {
  return questionsIn(form.items, (item) => item.is !== 'repeat')
}

function questionsIn(items: Item[], isLookedInto: (item: Item) => boolean): Map<string, Question> {
  const found = new Map<string, Question>()
  const look = (items: Item[], above: string): void => {
    for (const item of items) {
      const path = above === '' ? item.name : `${above}/${item.name}`
      if (item.is === 'question') found.set(path, item)
      else if (item.is !== 'unasked' && isLookedInto(item)) look(item.items, path)
    }
  }
  look(items, '')
  return found
}
