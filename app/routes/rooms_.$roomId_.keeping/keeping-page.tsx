import { useLingui } from '@lingui/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Done } from '#app/pieces/done.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { KeptMessageCard } from '#app/pieces/talk/kept-message.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { useRefused } from '#app/use-refused.ts'
import type { loadKeeping } from './keeping.ts'
import { PaceForms, type Tried } from './pace-forms.tsx'

const done = {
  'slow-mode': 'talk.done.slow-mode',
  hold: 'talk.done.hold',
  approved: 'talk.done.approved',
  refused: 'talk.done.refused',
  parked: 'talk.done.parked',
  returned: 'talk.done.returned',
}

/** How the talk of a room is kept: its pace, what waits for a decision, and what was put aside. */
export function KeepingPage({ tried }: { tried?: Tried }) {
  const { _ } = useLingui()
  const { kept } = useLoaderData<typeof loadKeeping>()
  const { roomId, consultation, isOpen, mayModerate, held, parked } = kept
  const refused = useRefused(useActionData())
  const { note, ...others } = refused.errors
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/rooms/${roomId}`, label: _('rooms.title') }]} />
      <PageHeading
        above={<UserWords text={consultation.title.text} language={consultation.title.language} />}
        title={_('talk.keeping')}
        lead={_('talk.keeping.lead')}
      />
      <Done said={done} />
      <ErrorSummary errors={{ ...others, [`note-${tried}`]: note }} message={refused.message} />
      {isOpen && <PaceForms tried={tried} refused={refused} />}
      {mayModerate && (
        <>
          <section className="band stack">
            <h2>{_('talk.waiting')}</h2>
            {held.length === 0 && <EmptyState title={_('talk.waiting.empty')} />}
            {held.map((message) => (
              <KeptMessageCard key={message.id} message={message}>
                {message.isOwn ? (
                  <p>{_('talk.own')}</p>
                ) : (
                  <div className="cluster">
                    {isOpen && (
                      <form method="post" action={`/messages/${message.id}/approval`}>
                        <SubmitButton small>{_('talk.approve')}</SubmitButton>
                      </form>
                    )}
                    <a className="btn btn-outline-primary btn-small" href={`/messages/${message.id}/refusal`}>
                      {_('talk.refuse')}
                    </a>
                  </div>
                )}
              </KeptMessageCard>
            ))}
          </section>
          <section className="band stack">
            <h2>{_('talk.parked')}</h2>
            {parked.length === 0 && <EmptyState title={_('talk.parked.empty')} />}
            {parked.map((message) => (
              <KeptMessageCard key={message.id} message={message}>
                {isOpen && (
                  <form method="post" action={`/messages/${message.id}/return`}>
                    <SubmitButton small>{_('talk.return')}</SubmitButton>
                  </form>
                )}
              </KeptMessageCard>
            ))}
          </section>
        </>
      )}
      <p className="band">
        <a href={`/rooms/${roomId}/recaps`}>{_('talk.recaps')}</a>
      </p>
    </main>
  )
}
