import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { keepPlace } from '#app/kept-place.ts'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { CheckFields } from '#app/pieces/meeting/check-fields.tsx'
import { CheckResultShown } from '#app/pieces/meeting/check-result.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = { meetingId: params['meetingId'] ?? '' }
  const shown = await context.platform.checks
    .showChecks(asked)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  await keepPlace(context, asked.meetingId)
  return { shown, language: context.language, clientId: shown.may.open ? context.newId : '' }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { from: _from, ...fields } = await formFields(request, params)
  try {
    const { roomId } = await context.platform.checks.openCheck(fields)
    return redirect(`/rooms/${roomId}?done=check#meeting`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Checks() {
  const { _ } = useLingui()
  const { shown, language, clientId } = useLoaderData<typeof loader>()
  const { errors, message, typed, typedList } = useRefused(useActionData())
  const { open, closed, may, roomId } = shown
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('floor.checks')} lead={_('floor.checks.lead')} />
      <ErrorSummary errors={errors} message={message} />
      {open && (
        <p>
          <a href={`/rooms/${roomId}#check`}>
            {_('floor.check.opened')} <bdi lang={open.language}>{open.question}</bdi>
          </a>
        </p>
      )}
      {closed.map((check) => (
        <section key={check.id} className="band">
          <p className="muted">
            <Moment at={check.closedAt} as="day-time" />
          </p>
          <CheckResultShown check={check} />
        </section>
      ))}
      {closed.length === 0 && !open && <EmptyState title={_('floor.check.none')} />}
      {may.open && !open && (
        <form method="post" className="form band">
          <h2>{_('floor.check.open')}</h2>
          <input type="hidden" name="clientId" value={typed('clientId') ?? clientId} />
          <CheckFields errors={errors} typed={typed} typedList={typedList} language={language} />
          <SubmitButton>{_('floor.check.open')}</SubmitButton>
        </form>
      )}
      <p className="band">
        <a href={`/rooms/${roomId}`}>{_('floor.to-room')}</a>
      </p>
    </main>
  )
}
