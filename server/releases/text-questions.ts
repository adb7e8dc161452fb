import type { FormDefinition, Item } from '../surveys/contract.ts'
import type { QuestionTold } from './contract.ts'

/** The questions that are answered in one's own words, once by each; what was typed beside "other" is one too. */
export function textQuestions({ items }: FormDefinition): QuestionTold[] {
  const found: QuestionTold[] = []
  const besideOther: QuestionTold[] = []
  const look = (items: readonly Item[], above: string): void => {
    for (const item of items) {
      const path = above === '' ? item.name : `${above}/${item.name}`
      if (item.is === 'group') look(item.items, path)
      if (item.is !== 'question') continue
      if (item.type === 'text' && !item.appearance.includes('place'))
        found.push({ question: path, label: item.label })
      if (item.other) besideOther.push({ question: `${path}_other`, label: item.label })
    }
  }
  look(items, '')
  return [...found, ...besideOther]
}
