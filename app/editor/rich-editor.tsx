import { useLingui } from '@lingui/react'
import type { LexicalEditor } from 'lexical'
import { useEffect, useRef, useState } from 'react'
import { directionOf } from '#app/i18n/languages.ts'
import { documentLimits, textOf } from '#server/documents/words.ts'
import { createDocumentEditor, documentOf, registerDocument } from './lexical.ts'
import { Toolbar } from './toolbar.tsx'

type RichEditorProps = {
  /** The textarea that the editor stands in for: it always holds the same words. */
  area: HTMLTextAreaElement
  language: string
  maxLength: number
  describedBy: string | undefined
  isWrong: boolean
}

export function RichEditor({ area, language, maxLength, describedBy, isWrong }: RichEditorProps) {
  const { _ } = useLingui()
  const [editor] = useState(() => createDocumentEditor(area.value))
  const [held, setHeld] = useState(() => heldBy(editor))
  const surface = useRef<HTMLDivElement>(null)
  const used = held.isHeavy ? Math.max(held.text.length, maxLength + 1) : held.text.length
  const isTooLong = used > maxLength

  useEffect(() => {
    editor.setRootElement(surface.current)
    const stop = registerDocument(editor)
    const stopHearing = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (!dirtyElements.size && !dirtyLeaves.size) return
      const next = heldBy(editor)
      setHeld(next)
      mirror(area, next.text)
    })
    const focus = () => surface.current?.focus()
    const label = document.getElementById('text-label')
    label?.addEventListener('click', focus)
    return () => {
      label?.removeEventListener('click', focus)
      stopHearing()
      stop()
      editor.setRootElement(null)
    }
  }, [editor, area])

  useEffect(() => {
    const { form } = area
    const holdBack = (event: Event) => {
      if (!isTooLong) return
      event.preventDefault()
      event.stopImmediatePropagation()
      surface.current?.focus()
    }
    form?.addEventListener('submit', holdBack, { capture: true })
    return () => form?.removeEventListener('submit', holdBack, { capture: true })
  }, [area, isTooLong])

  return (
    <div className="editor">
      <Toolbar editor={editor} />
      <div
        ref={surface}
        id="text"
        className="editor-surface"
        contentEditable
        suppressContentEditableWarning
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a textarea cannot show bold words
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-labelledby="text-label"
        aria-describedby={describedBy ? `${describedBy} text-count` : 'text-count'}
        aria-invalid={isWrong || isTooLong ? true : undefined}
        lang={language}
        dir={directionOf(language)}
        spellCheck
      />
      <input type="hidden" name="document" value={held.text ? held.serialized : ''} readOnly />
      <p
        id="text-count"
        className={isTooLong ? 'editor-count editor-count-over' : 'editor-count'}
        aria-live={used > maxLength * 0.9 ? 'polite' : 'off'}
      >
        {isTooLong
          ? _('editor.count.over', { over: used - maxLength })
          : _('editor.count', { used, most: maxLength })}
      </p>
    </div>
  )
}

function heldBy(editor: LexicalEditor) {
  const document = documentOf(editor.getEditorState())
  const serialized = JSON.stringify(document)
  const isHeavy = new TextEncoder().encode(serialized).length > documentLimits.bytes
  return { serialized, text: textOf(document), isHeavy }
}

function mirror(area: HTMLTextAreaElement, text: string): void {
  if (area.value === text) return
  area.value = text
  area.dispatchEvent(new Event('input', { bubbles: true }))
}
