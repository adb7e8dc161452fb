import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import type { MeetingShown } from '#server/meetings/contract.ts'

interface ItemPageProps {
  meeting: Pick<MeetingShown, 'id' | 'number' | 'table'>
  item: { title: string; language: string }
  title: string
  lead?: ReactNode
  children: ReactNode
}

/** A page about one item of an agenda, with the way back to it. */
export function ItemPage({ meeting, item, title, lead, children }: ItemPageProps) {
  const { _ } = useLingui()
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: `/tables/${meeting.table.id}`, label: meeting.table.name.text },
          { href: `/meetings/${meeting.id}`, label: _('meetings.number', { number: meeting.number }) },
          { href: `/meetings/${meeting.id}/agenda`, label: _('meetings.agenda') },
        ]}
      />
      <PageHeading title={title} lead={lead} above={<bdi lang={item.language}>{item.title}</bdi>} />
      {children}
    </main>
  )
}
