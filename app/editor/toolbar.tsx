import { useLingui } from '@lingui/react'
import { CAN_REDO_COMMAND, CAN_UNDO_COMMAND, COMMAND_PRIORITY_LOW, mergeRegister } from 'lexical'
import type { LexicalEditor } from 'lexical'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { readMarks, tools } from './tools.ts'
import type { Marks, ToolName } from './tools.ts'
import { LinkForm } from './link-form.tsx'

const noMarks: Marks = {
  bold: false,
  italic: false,
  heading: false,
  bullets: false,
  numbers: false,
  quote: false,
  link: false,
}

/** One stop of the Tab key; the arrows walk within it, the way the page is read. */
export function Toolbar({ editor }: { editor: LexicalEditor }) {
  const { _ } = useLingui()
  const [marks, setMarks] = useState(noMarks)
  const [may, setMay] = useState({ undo: false, redo: false })
  const [stop, setStop] = useState(0)
  const [isLinking, setLinking] = useState(false)
  const bar = useRef<HTMLDivElement>(null)

  useEffect(
    () =>
      mergeRegister(
        editor.registerUpdateListener(({ editorState }) =>
          setMarks((before) => editorState.read(() => readMarks() ?? before)),
        ),
        editor.registerCommand(
          CAN_UNDO_COMMAND,
          (undo) => (setMay((now) => ({ ...now, undo })), false),
          COMMAND_PRIORITY_LOW,
        ),
        editor.registerCommand(
          CAN_REDO_COMMAND,
          (redo) => (setMay((now) => ({ ...now, redo })), false),
          COMMAND_PRIORITY_LOW,
        ),
      ),
    [editor],
  )

  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl'
    const steps: Record<string, number> = {
      ArrowRight: isRightToLeft ? stop - 1 : stop + 1,
      ArrowLeft: isRightToLeft ? stop + 1 : stop - 1,
      Home: 0,
      End: tools.length - 1,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (step + tools.length) % tools.length
    setStop(next)
    bar.current?.querySelectorAll('button')[next]?.focus()
  }

  const use = (name: ToolName) => {
    if (name === 'link') {
      setLinking((now) => !now)
      return
    }
    tools.find((tool) => tool.name === name)?.use?.(editor, marks)
  }

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus is on one of its buttons */}
      <div
        ref={bar}
        className="editor-toolbar"
        role="toolbar"
        aria-label={_('editor.toolbar')}
        aria-controls="text"
        onKeyDown={walk}
      >
        {tools.map(({ name, look = '' }, index) => {
          const isUndo = name === 'undo' || name === 'redo'
          return (
            <button
              key={name}
              type="button"
              className={`editor-tool ${look}`}
              tabIndex={index === stop ? 0 : -1}
              title={_(`editor.${name}`)}
              aria-label={_(`editor.${name}`)}
              aria-pressed={isUndo ? undefined : marks[name]}
              aria-disabled={isUndo && !may[name] ? true : undefined}
              aria-expanded={name === 'link' ? isLinking : undefined}
              // The words stay selected while a button is pressed.
              onMouseDown={(event) => event.preventDefault()}
              onFocus={() => setStop(index)}
              onClick={() => use(name)}
            >
              <span aria-hidden="true">{_(`editor.${name}.sign`)}</span>
            </button>
          )
        })}
      </div>
      {isLinking && <LinkForm editor={editor} isLink={marks.link} close={() => setLinking(false)} />}
    </>
  )
}
