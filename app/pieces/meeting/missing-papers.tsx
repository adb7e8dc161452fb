import { useLingui } from '@lingui/react'
import { languageName } from '#app/language-names.ts'
import { Badge } from '#app/pieces/badge.tsx'
import type { AgendaItem } from '#server/meetings/contract.ts'

/** The languages in which papers were promised and are not there. */
export function MissingPapers({ papers }: Pick<AgendaItem, 'papers'>) {
  const { _, i18n } = useLingui()
  const missing = [...new Set(papers.flatMap((paper) => paper.missing))]
  if (missing.length === 0) return null
  const languages = missing.map((language) => languageName(language, i18n.locale)).join(', ')
  return (
    <p className="agenda-facts">
      <Badge tone="warn" icon="warning-circle">
        {_('agenda.missing', { languages })}
      </Badge>
    </p>
  )
}
