import type { InlineNode, ListNode, LooseNode, RichDocument } from '#server/documents/words.ts'

/** A stored document as Lexical reads it: a nested list sits in an item of its own, and nothing is no state. */
export function stateOf(document: RichDocument): string {
  const blocks = document.root.children.map((block): LooseNode => {
    return block.type === 'list' ? expanded(block) : block
  })
  const children = blocks.length ? blocks : [{ type: 'paragraph', children: [] }]
  return JSON.stringify({ root: { type: 'root', children } })
}

function expanded(list: ListNode): LooseNode {
  const items = list.children.flatMap((item) => {
    const words = item.children.filter((child): child is InlineNode => child.type !== 'list')
    const nested = item.children.filter((child): child is ListNode => child.type === 'list')
    return [
      { type: 'listitem', children: words },
      ...nested.map((inner) => ({ type: 'listitem', children: [expanded(inner)] })),
    ]
  })
  return { ...list, children: items }
}
