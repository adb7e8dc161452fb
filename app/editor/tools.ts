import { $isLinkNode } from '@lexical/link'
import { $insertList, $isListNode, $removeList } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical'
import type { ElementNode, LexicalEditor, LexicalNode, RangeSelection } from 'lexical'
import type { ListType } from '#server/documents/words.ts'

/** What the words under the caret are. */
export type Marks = Record<'bold' | 'italic' | 'heading' | 'bullets' | 'numbers' | 'quote' | 'link', boolean>
export type ToolName = keyof Marks | 'undo' | 'redo'
type Tool = { name: ToolName; look?: string; use?: (editor: LexicalEditor, marks: Marks) => void }

export const tools: Tool[] = [
  {
    name: 'bold',
    look: 'editor-tool-bold',
    use: (editor) => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold'),
  },
  {
    name: 'italic',
    look: 'editor-tool-italic',
    use: (editor) => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic'),
  },
  {
    name: 'heading',
    use: (editor, marks) =>
      turnInto(editor, () => (marks.heading ? $createParagraphNode() : $createHeadingNode('h2'))),
  },
  { name: 'bullets', use: (editor, marks) => turnList(editor, marks.bullets ? undefined : 'bullet') },
  { name: 'numbers', use: (editor, marks) => turnList(editor, marks.numbers ? undefined : 'number') },
  {
    name: 'quote',
    use: (editor, marks) =>
      turnInto(editor, () => (marks.quote ? $createParagraphNode() : $createQuoteNode())),
  },
  { name: 'link', look: 'editor-tool-link' },
  { name: 'undo', use: (editor) => editor.dispatchCommand(UNDO_COMMAND, undefined) },
  { name: 'redo', use: (editor) => editor.dispatchCommand(REDO_COMMAND, undefined) },
]

/** Called while an editor's state is being read; nothing when no words are selected. */
export function readMarks(): Marks | undefined {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return undefined

  const node = selection.anchor.getNode()
  const list = around(node, $isListNode)
  return {
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    heading: around(node, $isHeadingNode) !== null,
    bullets: $isListNode(list) && list.getListType() === 'bullet',
    numbers: $isListNode(list) && list.getListType() === 'number',
    quote: around(node, $isQuoteNode) !== null,
    link: around(node, $isLinkNode) !== null,
  }
}

function around(node: LexicalNode, is: (node: LexicalNode) => boolean): LexicalNode | null {
  return $findMatchingParent(node, is)
}

function turnList(editor: LexicalEditor, listType: ListType | undefined): void {
  editor.update(() => {
    if (listType) $insertList(listType)
    else $removeList()
  })
  editor.focus()
}

function turnInto(editor: LexicalEditor, create: () => ElementNode): void {
  editor.update(() => {
    if ($isListNode(topOf($getSelection()))) $removeList()
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return
    for (const block of blocksOf(selection)) block.replace(create(), true)
  })
  editor.focus()
}

function topOf(selection: ReturnType<typeof $getSelection>): LexicalNode | null {
  return $isRangeSelection(selection) ? selection.anchor.getNode().getTopLevelElement() : null
}

function blocksOf(selection: RangeSelection): ElementNode[] {
  const tops = [selection.anchor.getNode(), ...selection.getNodes()].map((node) => node.getTopLevelElement())
  return [...new Map(tops.map((top) => [top?.getKey(), top])).values()].filter(
    (top): top is ElementNode => $isElementNode(top) && !$isListNode(top),
  )
}
