import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields, searchFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Confirm } from '#app/pieces/confirm.tsx'
import { Done } from '#app/pieces/done.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { RecapTexts } from '#app/pieces/talk/recap-texts.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { RecapForm } from './recap-form.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { roomId = '' } = params
  const shown = await context.platform.rooms
    .listRecaps({ ...searchFields(request, ['before']), roomId })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { shown, roomId, language: context.language, clientId: context.newId }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { roomId } = await context.platform.rooms.writeRecap(fields)
    return redirect(`/rooms/${roomId}/recaps?done=written`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Recaps() {
  const { _ } = useLingui()
  const { shown, roomId, language, clientId } = useLoaderData<typeof loader>()
  const refused = useRefused(useActionData())
  const { consultation, recaps, before, mayWrite, mayWithdraw } = shown
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/rooms/${roomId}`, label: _('rooms.title') }]} />
      <PageHeading
        above={<UserWords text={consultation.title.text} language={consultation.title.language} />}
        title={_('talk.recaps')}
        lead={_('talk.recaps.lead')}
      />
      <Done said={{ written: 'talk.recap.written', withdrawn: 'talk.recap.withdrawn' }} />
      <ErrorSummary errors={refused.errors} message={refused.message} />
      {recaps.length === 0 && <EmptyState title={_('talk.recaps.empty')} />}
      <ol className="plain-list stack">
        {recaps.map((recap) => (
          <li key={recap.id} className="talk-recap stack" id={`recap-${recap.id}`}>
            <h2 className="h4">
              <Moment at={recap.at} as="day-time" />
            </h2>
            <RecapTexts recap={recap} />
            {mayWithdraw && (
              <Confirm
                action={`/rooms/${roomId}/recaps/${recap.id}/withdrawal`}
                open={_('talk.recap.withdraw')}
                question={_('talk.recap.withdraw.question')}
                confirm={_('talk.recap.withdraw')}
              />
            )}
          </li>
        ))}
      </ol>
      <Pagination older={before && `/rooms/${roomId}/recaps?before=${before}`} />
      {mayWrite && <RecapForm language={language} clientId={clientId} refused={refused} />}
    </main>
  )
}
