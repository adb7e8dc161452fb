import { useLingui } from '@lingui/react'
import type { StatementSource as Source } from '#server/opinions/contract.ts'

/** Where a statement comes from, if it was taken up from what somebody wrote. */
export function StatementSource({ source: { needId, messageId } }: { source: Source }) {
  const { _ } = useLingui()
  if (needId) return <a href={`/needs/${needId}`}>{_('opinions.from-need')}</a>
  if (messageId) return <a href={`/messages/${messageId}`}>{_('opinions.from-message')}</a>
  return null
}
