import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { BallotState } from '#app/pieces/ballot-state.tsx'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Done } from '#app/pieces/done.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import { refusedForm, refusedPage, typedText } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { CastPapers } from './cast-papers.tsx'
import { Options } from './options.tsx'
import { PollActs } from './poll-acts.tsx'
import { PollResult } from './poll-result.tsx'
import { PollRules } from './poll-rules.tsx'
import { Proxies } from './proxies.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const poll = await context.platform.polls
    .showPoll(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return {
    poll,
    isGuest: context.platform.actor.kind === 'guest',
    clientId: crypto.randomUUID(),
    updatedAt: poll.closedAt ?? poll.openedAt,
  }
}

/** A paper. The receipt of a confidential one is on the answer's page alone: in an address it would stay in histories and logs. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { sum, ...fields } = await formFields(request, params)
  if (sum !== undefined) return { typed: typedText(fields), isSummed: true }
  try {
    const { pollId, receipt } = await context.platform.polls.castPaper(fields)
    return receipt === null ? redirect(`/polls/${pollId}?done=voted`, 303) : { receipt }
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

const done = {
  composed: 'polls.done.composed',
  confirmed: 'polls.done.confirmed',
  opened: 'ballots.done.opened',
  closed: 'ballots.done.closed',
  cancelled: 'ballots.done.cancelled',
  voted: 'ballots.done.voted',
  recorded: 'polls.done.recorded',
  given: 'polls.done.given',
  revoked: 'polls.done.revoked',
}

export default function Poll() {
  const { _ } = useLingui()
  const { poll, isGuest, clientId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = useRefused(answer)
  const receipt = answer && 'receipt' in answer ? answer.receipt : null
  const isSummed = answer !== undefined && 'isSummed' in answer
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: `/consultations/${poll.consultation.id}`, label: poll.consultation.title.text },
          { href: `/consultations/${poll.consultation.id}/polls`, label: _('polls.title') },
        ]}
      />
      <Done said={done} />
      <PageHeading
        above={_(`polls.kind.${poll.kind}`)}
        title={poll.title}
        language={poll.language}
        badges={<BallotState state={poll.state} />}
      />
      <ErrorSummary errors={refused.errors} message={refused.message} />
      {receipt && (
        <Notice tone="good" title={_('polls.receipt')} spoken>
          <p className="ballot-hash" dir="ltr">
            {receipt}
          </p>
          <p>{_('polls.receipt.text')}</p>
        </Notice>
      )}
      {poll.text && <UserText text={poll.text} language={poll.language} />}
      {poll.correctsId && (
        <p>
          <a href={`/polls/${poll.correctsId}`}>{_('polls.corrects')}</a>
        </p>
      )}
      {poll.correctedBy && (
        <Notice tone="warn">
          <a href={`/polls/${poll.correctedBy}`}>{_('polls.corrected-by')}</a>
        </Notice>
      )}
      {poll.state === 'open' && <Options poll={poll} />}
      <CastPapers poll={poll} isGuest={isGuest} clientId={clientId} refused={refused} isSummed={isSummed} />
      <Proxies poll={poll} />
      <PollResult poll={poll} />
      {poll.state !== 'open' && <Options poll={poll} />}
      <PollRules poll={poll} />
      <PollActs poll={poll} />
    </main>
  )
}
