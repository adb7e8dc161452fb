import type { Item, Question } from '../surveys/contract.ts'

/** What is asked on one page of a form, in its order. */
export type Page = { items: Item[] }

/** More single questions than these are cut into pages. */
const mostOnPage = 8

/**
 * The pages of a form. A group that lies directly in the form is a page of its own, and so is a repeat; the questions between
 * them are cut into pages of eight. What asks nothing (a calculation, a hidden value) goes along and makes no page.
 */
export function pagesOf({ items }: { items: Item[] }): Page[] {
  const pages: Page[] = []
  let run: Item[] = []
  const cut = (): void => {
    if (run.some(isSeen)) pages.push({ items: run })
    // What asks nothing is drawn nowhere: it needs no page.
    run = []
  }
  for (const item of items) {
    if (item.is === 'group' || item.is === 'repeat') {
      cut()
      if (isSeen(item)) pages.push({ items: [item] })
      continue
    }
    run.push(item)
    if (run.filter(isSeen).length === mostOnPage) cut()
  }
  cut()
  return pages
}

/** Whether there is anything to read or to answer in it. */
export function isSeen(item: Item): boolean {
  if (item.is === 'question') return isDrawn(item)
  return item.is !== 'unasked' && item.items.some(isSeen)
}

/** A calculation without words is only kept. */
export function isDrawn({ type, label, hint, calculation }: Question): boolean {
  if (type === 'calculate' || type === 'hidden') return false
  return calculation === undefined || Object.keys({ ...label, ...hint }).length > 0
}
