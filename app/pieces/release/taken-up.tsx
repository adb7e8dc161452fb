import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { UserText } from '#app/pieces/user-text.tsx'

interface TakenUpProps {
  shown: { survey: { id: string; title: string }; text: string; language: string }
  title: string
  children: ReactNode
}

/** The page on which a text of a survey becomes something of the consultation: the survey is named, its author never. */
export function TakenUp({ shown: { survey, text, language }, title, children }: TakenUpProps) {
  const { _ } = useLingui()
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: `/surveys/${survey.id}/results`, label: survey.title },
          { href: `/surveys/${survey.id}/texts`, label: _('releases.texts') },
        ]}
      />
      <PageHeading title={title} lead={_('releases.taken-up.lead')} />
      <blockquote>
        <UserText text={text} language={language} />
      </blockquote>
      {children}
    </main>
  )
}
