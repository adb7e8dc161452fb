import { createEmptyHistoryState, registerHistory } from '@lexical/history'
import { LinkNode } from '@lexical/link'
import { ListItemNode, ListNode, registerList } from '@lexical/list'
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text'
import { createEditor, mergeRegister, TextNode } from 'lexical'
import type { EditorState, LexicalEditor } from 'lexical'
import { documentFromText, everyFormat, safeLink, tidyDocument } from '#server/documents/words.ts'
import type { RichDocument } from '#server/documents/words.ts'
import { stateOf } from './state.ts'

const undoDelay = 300

/** An editor of our few kinds of node: what is pasted becomes these or plain words. */
export function createDocumentEditor(text: string): LexicalEditor {
  const editor = createEditor({
    namespace: 'tavolo',
    nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode],
    onError: (error) => {
      throw error
    },
  })
  editor.setEditorState(editor.parseEditorState(stateOf(documentFromText(text))))
  return editor
}

export function registerDocument(editor: LexicalEditor): () => void {
  return mergeRegister(
    registerRichText(editor),
    registerList(editor),
    registerHistory(editor, createEmptyHistoryState(), undoDelay),
    editor.registerNodeTransform(TextNode, (node) => {
      const format = node.getFormat() & everyFormat
      if (format !== node.getFormat()) node.setFormat(format)
      if (node.getStyle()) node.setStyle('')
    }),
    editor.registerNodeTransform(LinkNode, (node) => {
      if (safeLink(node.getURL()) !== undefined) return
      for (const child of node.getChildren()) node.insertBefore(child)
      node.remove()
    }),
  )
}

/** What the editor holds, as it will be stored. */
export function documentOf(state: EditorState): RichDocument {
  return tidyDocument(state.toJSON())
}
