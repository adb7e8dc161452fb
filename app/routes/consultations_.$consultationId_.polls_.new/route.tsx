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
import { refusedForm, refusedPage, typedText } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { kinds } from '#server/polls/words.ts'
import { Explained } from './explained.tsx'
import { QuestionFields } from './question-fields.tsx'
import { RuleFields } from './rule-fields.tsx'
import { Templates } from './templates.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id, title, closedAt, may } = await context.platform.consultations
    .showConsultation(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  if (!may.lead || closedAt !== null) throw redirect(`/consultations/${id}/polls`)
  const { phases, today } = await context.platform.consultations.showPhases({ consultationId: id })
  const search = new URL(request.url).searchParams
  return {
    id,
    title,
    kind: kinds.find((each) => each === search.get('kind')) ?? null,
    corrects: search.get('corrects'),
    ...(await context.platform.polls.showComposing({ consultationId: id })),
    calendar: { consultationId: id, planned: phases.find(({ phase }) => phase === 'decide'), today },
    clientId: crypto.randomUUID(),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { more, ...fields } = await formFields(request, params)
  if (more !== undefined) return { typed: typedText(fields), wantsMore: true }
  try {
    const { pollId } = await context.platform.polls.composePoll(fields)
    return redirect(`/polls/${pollId}?done=composed`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function NewPoll() {
  const { _ } = useLingui()
  const { id, title, kind, corrects, proposals, calendar, clientId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = useRefused(answer)
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: `/consultations/${id}`, label: title.text },
          { href: `/consultations/${id}/polls`, label: _('polls.title') },
        ]}
      />
      {kind === null ? (
        <>
          <PageHeading title={_('polls.templates')} lead={_('polls.templates.lead')} />
          <Templates consultationId={id} />
        </>
      ) : (
        <>
          <PageHeading
            title={_('polls.compose')}
            above={_(`polls.kind.${kind}`)}
            lead={_(`polls.kind.${kind}.when`)}
          />
          <Explained kind={kind} />
          <ErrorSummary errors={refused.errors} message={refused.message} />
          <PlannedPhase {...calendar} />
          <Notice>{_('polls.compose.fixed')}</Notice>
          <form method="post" className="form">
            <input type="hidden" name="clientId" value={refused.typed('clientId') ?? clientId} />
            <input type="hidden" name="kind" value={kind} />
            {corrects && <input type="hidden" name="correctsId" value={corrects} />}
            <QuestionFields
              kind={kind}
              proposals={proposals}
              refused={refused}
              wantsMore={answer !== undefined && 'wantsMore' in answer}
            />
            <RuleFields kind={kind} refused={refused} />
            <SubmitButton>{_('polls.compose')}</SubmitButton>
          </form>
        </>
      )}
    </main>
  )
}
