import { mainLanguage, saidIn } from '#app/pieces/composing/outline.ts'
import type { FormDefinition, Item } from '#server/surveys/contract.ts'

const most = 300

/** Every answer to choose that a quota may be set on, as a line of a list; of long lists none. */
export function answersToLimit(form: FormDefinition): { value: string; label: string }[] {
  const language = mainLanguage(form)
  const found: { value: string; label: string }[] = []
  const look = (items: Item[], above: string): void => {
    for (const item of items) {
      const path = above === '' ? item.name : `${above}/${item.name}`
      if (item.is === 'group') look(item.items, path)
      if (item.is !== 'question' || item.list === undefined || item.type === 'rank') continue
      const choices = form.lists[item.list] ?? []
      if (choices.length > 30 || found.length + choices.length > most) continue
      for (const { name, label } of choices)
        found.push({
          value: `${path} ${name}`,
          label: `${saidIn(item.label, language)} · ${saidIn(label, language)}`,
        })
    }
  }
  look(form.items, '')
  return found
}
