import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { OneKept } from '#server/rooms/contract.ts'
import { KeptMessageCard } from './kept-message.tsx'

interface OneKeptPageProps {
  kept: OneKept
  title: string
  lead: string
  errors: Record<string, string | undefined>
  message: string | undefined
  /** What is asked before it is done, and the button that does it. */
  children: ReactNode
  /** Another form below. */
  below?: ReactNode
}

/** One message, and one decision over it. */
export function OneKeptPage({ kept, title, lead, errors, message, children, below }: OneKeptPageProps) {
  const { _ } = useLingui()
  const { roomId, consultation } = kept
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: `/rooms/${roomId}`, label: _('rooms.title') },
          { href: `/rooms/${roomId}/keeping`, label: _('talk.keeping') },
        ]}
      />
      <PageHeading
        above={<UserWords text={consultation.title.text} language={consultation.title.language} />}
        title={title}
        lead={lead}
      />
      <ErrorSummary errors={errors} message={message} />
      <KeptMessageCard message={kept} />
      <form method="post" className="form band">
        {children}
      </form>
      {below}
    </main>
  )
}
