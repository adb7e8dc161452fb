import { useLingui } from '@lingui/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedPage } from '#app/refused.ts'

/** Looking changes nothing: mail programs follow links on their own to see whether they are safe. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return context.platform.notices.showStop(params).catch((thrown: unknown) => refusedPage(thrown, request))
}

/**
 * A tap on this page, or a mail program's own button (RFC 8058), which sends no cookie and words that are not ours, and
 * follows no redirect: the answer is the page itself.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  await context.platform.notices.stopMails(params).catch((thrown: unknown) => refusedPage(thrown, request))
  return null
}

export default function Stop() {
  const { _ } = useLingui()
  const { isStopped } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('notices.stop.title')} lead={_('notices.stop.lead')} />
      {isStopped ? (
        <Notice tone="good" spoken>
          {_('notices.stop.done')}
        </Notice>
      ) : (
        <form method="post" className="form">
          <SubmitButton>{_('notices.stop.button')}</SubmitButton>
        </form>
      )}
      <p>
        <a href="/me/notifications">{_('notices.stop.choose')}</a>
      </p>
    </main>
  )
}
