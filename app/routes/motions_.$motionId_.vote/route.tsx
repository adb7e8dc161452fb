import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { PutFields } from '#app/pieces/meeting/put-fields.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { Refusal } from '#server/refusal.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const motion = await context.platform.decisions
    .showMotion({ motionId: params['motionId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  if (!motion.mayPut) return refusedPage(new Refusal('forbidden', 'only-for-chair'), request)
  return { motion, clientId: context.newId }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { from: _from, ...fields } = await formFields(request, params)
  try {
    const { roomId } = await context.platform.decisions.putMotion(fields)
    return redirect(`/rooms/${roomId}?done=put#meeting`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function PutMotion() {
  const { _ } = useLingui()
  const { motion, clientId } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const { number, organisation, text, language, proposal, quorum, usualQuorum, meetingId, roomId } = motion
  const { present, needed, voting } = quorum
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/meetings/${meetingId}/motions`, label: _('decisions.motions') }]} />
      <PageHeading
        title={_('decisions.put')}
        above={
          <>
            {_('decisions.motion', { number })} · <bdi>{organisation}</bdi>
          </>
        }
      />
      <ErrorSummary errors={errors} message={message} />
      <UserText text={text} language={language} />
      {present >= needed ? (
        <form method="post" className="form">
          <p>{_('decisions.quorum', { present, needed, voting })}</p>
          <p>{_('decisions.put.hint')}</p>
          <input type="hidden" name="clientId" value={typed('clientId') ?? clientId} />
          <PutFields errors={errors} typed={typed} usualQuorum={usualQuorum} isOwnText={proposal === null} />
          <SubmitButton>{_('decisions.put.open')}</SubmitButton>
        </form>
      ) : (
        <Notice tone="warn" title={_('refusal.no-quorum-present')}>
          {_('decisions.quorum', { present, needed, voting })}
        </Notice>
      )}
      <p className="band">
        <a href={`/rooms/${roomId}`}>{_('decisions.to-room')}</a>
      </p>
    </main>
  )
}
