import { useLingui } from '@lingui/react'
import type { DraftState } from './use-draft.ts'

/** Says that a draft is on this device, and lets a person on a shared phone take it away. */
export function DraftNotice({ state, forget }: { state: DraftState; forget: () => void }) {
  const { _ } = useLingui()
  const isKept = state === 'kept' || state === 'restored'
  return (
    <div className="editor-draft" hidden={state === 'none'}>
      <p aria-live="polite">
        {state === 'restored' && _('editor.draft.restored')}
        {state === 'forgotten' && _('editor.draft.forgotten')}
      </p>
      {isKept && (
        <p>
          {_('editor.draft.kept')}{' '}
          <button type="button" className="editor-switch" onClick={forget}>
            {_('editor.draft.forget')}
          </button>
        </p>
      )}
    </div>
  )
}
