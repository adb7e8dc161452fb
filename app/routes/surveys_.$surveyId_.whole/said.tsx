import { useLingui } from '@lingui/react'
import { Notice } from '#app/pieces/notice.tsx'
import type { WholeShown } from '#server/responses/contract.ts'

/** What the page's script says of what it keeps and sends: the words are there, and one of them is shown. */
export function Said({ thanks, language }: Pick<WholeShown, 'thanks' | 'language'>) {
  const { _ } = useLingui()
  return (
    <div aria-live="polite">
      <div data-said="waiting" hidden>
        <Notice tone="warn" title={_('offline.waiting')}>
          {_('offline.waiting.text')}
        </Notice>
      </div>
      <div data-said="sent" hidden>
        <Notice tone="good" title={_('responses.thanks')}>
          <p lang={language.code} dir={language.direction}>
            {thanks}
          </p>
          {_('offline.sent.text')}
        </Notice>
      </div>
      <div data-said="refused" hidden>
        <Notice tone="bad" title={_('offline.refused')}>
          <span data-why /> {_('offline.refused.text')}
        </Notice>
      </div>
      <div data-said="forgotten" hidden>
        <Notice tone="good">{_('offline.forgotten')}</Notice>
      </div>
    </div>
  )
}
