import { useLingui } from '@lingui/react'
import { lazy, Suspense, useRef } from 'react'
import type { ReactNode } from 'react'
import { Icon } from '#app/pieces/icon.tsx'
import { documentLimits, textOf } from '#server/documents/words.ts'
import type { RichDocument } from '#server/documents/words.ts'
import { DraftNotice } from './draft-notice.tsx'
import { useDraft } from './use-draft.ts'
import { useMode } from './use-mode.ts'

const RichEditor = lazy(() => import('./rich-editor.tsx').then((chunk) => ({ default: chunk.RichEditor })))

type RichTextProps = {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  optional?: boolean | undefined
  /** The language it will be written in. */
  language: string
  /** In characters of the plain form. */
  maxLength?: number
  /** What was typed before, when a form came back; it wins over the document. */
  defaultText?: string | undefined
  defaultDocument?: RichDocument | undefined
  /** Names the person, the form and its subject, in letters, digits and dashes. Without it no draft is kept. */
  draftKey?: string | undefined
  /** The form came back refused: it holds what was typed, and no draft replaces it. */
  refused?: boolean
  rows?: number
}

/**
 * Long text: a textarea for everyone, and on a capable browser the editor in its place. What is typed in one is
 * in the other, and the form sends `text` and, from the editor, `document`.
 */
export function RichText({
  label,
  hint,
  error,
  optional,
  language,
  maxLength = documentLimits.bytes / 4,
  defaultDocument,
  defaultText = defaultDocument ? textOf(defaultDocument) : '',
  draftKey,
  refused = false,
  rows = 10,
}: RichTextProps) {
  const { _ } = useLingui()
  const whole = useRef<HTMLDivElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const draft = useDraft(whole, draftKey, refused || error !== undefined)
  const { mode, covered, choose } = useMode(area)
  const isRich = mode === 'rich'
  const described = [error && 'text-error', hint && 'text-hint', !isRich && 'text-marks']
  const describedBy = described.filter(Boolean).join(' ') || undefined

  return (
    <div className={error ? 'field field-wrong' : 'field'} ref={whole}>
      <label id="text-label" htmlFor="text">
        {label}
        {optional && <span className="field-optional"> {_('shell.optional')}</span>}
      </label>
      {hint && (
        <p className="field-hint" id="text-hint">
          {hint}
        </p>
      )}
      <p className="field-hint" id="text-marks" hidden={isRich}>
        {_('editor.marks')}
      </p>
      {error && (
        <p className="field-error" id="text-error">
          <Icon name="warning-circle" small />
          {error}
        </p>
      )}
      <textarea
        className="form-control"
        id={isRich ? undefined : 'text'}
        name="text"
        ref={area}
        rows={rows}
        dir="auto"
        lang={language}
        hidden={isRich}
        // A field that is required and hidden would stop the form without a word.
        required={!optional && !isRich}
        maxLength={maxLength}
        defaultValue={defaultText}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      />
      {isRich && covered && (
        <Suspense fallback={null}>
          <RichEditor
            area={covered}
            language={language}
            maxLength={maxLength}
            describedBy={describedBy}
            isWrong={error !== undefined}
          />
        </Suspense>
      )}
      {mode !== 'plain-only' && (
        <button type="button" className="editor-switch" onClick={() => choose(isRich ? 'plain' : 'rich')}>
          {_(isRich ? 'editor.switch.plain' : 'editor.switch.rich')}
        </button>
      )}
      <DraftNotice state={draft.state} forget={draft.forget} />
    </div>
  )
}
