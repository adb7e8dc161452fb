import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Badge } from '#app/pieces/badge.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { DecidingPage } from '#app/pieces/meeting/deciding-page.tsx'
import { MotionFields } from '#app/pieces/meeting/motion-fields.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const shown = await context.platform.decisions
    .showDecisions({ meetingId: params['meetingId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { shown, language: context.language, clientId: context.newId }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { from: _from, ...fields } = await formFields(request, params)
  try {
    const { roomId } = await context.platform.decisions.moveMotion(fields)
    return redirect(`/rooms/${roomId}?done=moved#meeting`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Motions() {
  const { _ } = useLingui()
  const { shown, language, clientId } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const { motions, mySeats, proposals, may } = shown
  return (
    <DecidingPage shown={shown} title={_('decisions.motions')}>
      <ErrorSummary errors={errors} message={message} />
      {motions.length === 0 && <EmptyState title={_('decisions.motions.none')} />}
      <ol className="motions">
        {motions.map(({ id, number, organisation, state, mayBePutAgain, text, language: written }) => (
          <li key={id} className="motion">
            <p className="motion-head">
              {_('decisions.motion', { number })} · <bdi>{organisation}</bdi>{' '}
              {state !== 'moved' && <Badge>{_(`decisions.motion.${state}`)}</Badge>}
            </p>
            <UserText text={text} language={written} />
            {(state === 'moved' || mayBePutAgain) && may.put && (
              <p>
                <a href={`/motions/${id}/vote`}>{_('decisions.put')}</a>
              </p>
            )}
          </li>
        ))}
      </ol>
      {may.move && (
        <form method="post" className="form band">
          <h2>{_('decisions.move')}</h2>
          <input type="hidden" name="clientId" value={typed('clientId') ?? clientId} />
          <MotionFields
            errors={errors}
            typed={typed}
            language={language}
            seats={mySeats}
            proposals={proposals}
          />
          <SubmitButton>{_('decisions.move')}</SubmitButton>
        </form>
      )}
    </DecidingPage>
  )
}
