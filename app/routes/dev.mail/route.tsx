import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  return {
    mails: await context.platform.mails
      .readDemoMail({})
      .catch((thrown: unknown) => refusedPage(thrown, request)),
  }
}

export default function DemoMail() {
  const { _ } = useLingui()
  const { mails } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('entry.mail.title')} lead={_('entry.mail.lead')} />
      {mails.length === 0 && <EmptyState title={_('entry.mail.none')} />}
      <ul className="plain-list stack">
        {mails.map((mail) => (
          <li key={mail.id}>
            <article lang={mail.language} dir="auto">
              <h2>{mail.subject}</h2>
              <p className="small muted">
                {_('entry.mail.to', { recipient: mail.recipient })} ·{' '}
                <Moment at={mail.createdAt} as="day-time" />
              </p>
              <p className="text mail-text">{linked(mail.text)}</p>
            </article>
          </li>
        ))}
      </ul>
    </main>
  )
}

/** The links of a mail can be followed, as in any mail reader. */
function linked(text: string) {
  return text.split(/(https?:\/\/[^\s]+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )
}
