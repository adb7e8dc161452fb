import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { PlannedPhase } from '#app/pieces/planned-phase.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { VoteRuleFields } from '#app/pieces/vote-rule-fields.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id, title, language, may, consultation } = await context.platform.proposals
    .showProposal(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const corrects = new URL(request.url).searchParams.get('corrects')
  const mayCall = corrects
    ? await context.platform.ballots.showBallot({ ballotId: corrects }).then(
        (ballot) => ballot.may.correct,
        () => false,
      )
    : may.callBallot
  if (!mayCall) throw redirect(`/proposals/${id}`)
  const { id: consultationId } = consultation
  const { phases, today } = await context.platform.consultations.showPhases({ consultationId })
  const calendar = { consultationId, planned: phases.find(({ phase }) => phase === 'decide'), today }
  return { id, title, language, corrects, calendar, clientId: crypto.randomUUID() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { ballotId } = await context.platform.ballots.callBallot(fields)
    return redirect(`/ballots/${ballotId}?done=called`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function NewBallot() {
  const { _ } = useLingui()
  const { id, title, language, corrects, calendar, clientId } = useLoaderData<typeof loader>()
  const refused = useRefused(useActionData())
  const { errors, message, typed } = refused
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/proposals/${id}`, label: title }]} />
      <PageHeading
        title={_('ballots.call')}
        above={<bdi lang={language}>{title}</bdi>}
        lead={_('ballots.call.lead')}
      />
      <ErrorSummary errors={errors} message={message} />
      {corrects && (
        <p>
          <a href={`/ballots/${corrects}`}>{_('polls.corrects')}</a>
        </p>
      )}
      <PlannedPhase {...calendar} />
      <Notice>{_('ballots.tier')}</Notice>
      <form method="post" className="form">
        <input type="hidden" name="clientId" value={typed('clientId') ?? clientId} />
        {corrects && <input type="hidden" name="correctsId" value={corrects} />}
        <VoteRuleFields
          refused={refused}
          quorum={{ label: _('ballots.quorum'), hint: _('ballots.quorum.hint') }}
          hasMajority
        />
        <SubmitButton>{_('ballots.call')}</SubmitButton>
      </form>
    </main>
  )
}
