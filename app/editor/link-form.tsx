import { $isLinkNode, $toggleLink } from '@lexical/link'
import { useLingui } from '@lingui/react'
import { $createTextNode, $findMatchingParent, $getSelection, $isRangeSelection } from 'lexical'
import type { LexicalEditor } from 'lexical'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { safeLink } from '#server/documents/words.ts'

type LinkFormProps = { editor: LexicalEditor; isLink: boolean; close: () => void }

/** Not a form of its own: it stands inside the one that will be sent. */
export function LinkForm({ editor, isLink, close }: LinkFormProps) {
  const { _ } = useLingui()
  const [url, setUrl] = useState(() => editor.getEditorState().read(selectedUrl))
  const [isWrong, setWrong] = useState(false)

  const leave = () => {
    close()
    editor.focus()
  }
  const apply = () => {
    const asked = url.trim()
    // People copy `www.regione.it` from paper; the browser would refuse it.
    const link =
      safeLink(asked) ??
      (/^[\w-]+(\.[\w-]+)+([/?#]|$)/u.test(asked) ? safeLink(`https://${asked}`) : undefined)
    if (!link) {
      setWrong(true)
      return
    }
    editor.update(() => linkSelection(link))
    leave()
  }
  const remove = () => {
    editor.update(() => $toggleLink(null))
    leave()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    if (event.key === 'Escape') leave()
    else apply()
  }

  return (
    <fieldset className="editor-link" aria-label={_('editor.link')}>
      <label htmlFor="text-link">{_('editor.link.address')}</label>
      <input
        id="text-link"
        className="form-control"
        type="url"
        dir="ltr"
        autoFocus
        autoComplete="off"
        value={url}
        aria-invalid={isWrong ? true : undefined}
        aria-describedby={isWrong ? 'text-link-error' : undefined}
        onChange={(event) => setUrl(event.target.value)}
        onKeyDown={keys}
      />
      <p id="text-link-error" className="field-error" role="alert">
        {isWrong && _('editor.link.wrong')}
      </p>
      <div className="editor-link-buttons">
        <button type="button" className="btn btn-primary btn-small" onClick={apply}>
          {_('editor.link.apply')}
        </button>
        {isLink && (
          <button type="button" className="btn btn-outline-primary btn-small" onClick={remove}>
            {_('editor.link.remove')}
          </button>
        )}
        <button type="button" className="btn btn-outline-primary btn-small" onClick={leave}>
          {_('editor.link.cancel')}
        </button>
      </div>
    </fieldset>
  )
}

function selectedUrl(): string {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return ''
  const link = $findMatchingParent(selection.anchor.getNode(), $isLinkNode)
  return $isLinkNode(link) ? link.getURL() : ''
}

function linkSelection(link: string): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const isInLink = $findMatchingParent(selection.anchor.getNode(), $isLinkNode) !== null
  if (selection.isCollapsed() && !isInLink) {
    const words = $createTextNode(link)
    selection.insertNodes([words])
    words.select(0, link.length)
  }
  $toggleLink(link, { rel: null })
}
