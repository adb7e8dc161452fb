import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { DecisionsShown } from '#server/decisions/contract.ts'

interface DecidingPageProps {
  shown: Pick<DecisionsShown, 'meetingId' | 'roomId' | 'number' | 'title' | 'quorum' | 'isOpen'>
  title: string
  children: ReactNode
}

/** A page about what a meeting decides, with the way back to its room and whether enough seats are there. */
export function DecidingPage({ shown, title, children }: DecidingPageProps) {
  const { _ } = useLingui()
  const { meetingId, roomId, number, quorum, isOpen } = shown
  const { present, needed, voting } = quorum
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/meetings/${meetingId}`, label: _('decisions.meeting', { number }) }]} />
      <PageHeading
        title={title}
        above={<UserWords text={shown.title.text} language={shown.title.language} />}
      />
      {isOpen && (
        <p className={present >= needed ? 'quorum-reached' : 'quorum-missing'}>
          {_('decisions.quorum', { present, needed, voting })}
        </p>
      )}
      {children}
      <p className="band">
        <a href={`/rooms/${roomId}`}>{_('decisions.to-room')}</a>
      </p>
    </main>
  )
}
