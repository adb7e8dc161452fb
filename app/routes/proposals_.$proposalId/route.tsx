import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { DocumentBody } from '#app/pieces/document.tsx'
import { Done } from '#app/pieces/done.tsx'
import { FollowButton } from '#app/pieces/follow-button.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { OfficialAnswer } from '#app/pieces/official-answer.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { ProposalState } from '#app/pieces/proposal-state.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'
import { ProposalActs } from './proposal-acts.tsx'
import { ProposalBallots } from './proposal-ballots.tsx'
import { ProposalPolls } from './proposal-polls.tsx'
import { ProposalSources } from './proposal-sources.tsx'
import { ProposalStatements } from './proposal-statements.tsx'

const decided = new Set(['approved', 'not-approved', 'answered'])

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { proposals, answers, opinions, polls: asked, actor } = context.platform
  try {
    const proposal = await proposals.showProposal({ ...searchFields(request, ['version']), ...params })
    const isAnswered = proposal.isAsked || decided.has(proposal.state)
    const answer = isAnswered ? await answers.showAnswer({ proposalId: proposal.id }) : null
    const statements = await opinions.listCited({ proposalId: proposal.id })
    const polls = await asked.listPollsOn({ proposalId: proposal.id })
    return {
      proposal,
      answer,
      statements,
      polls,
      isGuest: actor.kind === 'guest',
      updatedAt: proposal.changedAt,
    }
  } catch (thrown) {
    return refusedPage(thrown, request)
  }
}

const done = {
  drafted: 'proposals.done.drafted',
  revised: 'proposals.done.revised',
  published: 'proposals.done.published',
  withdrawn: 'proposals.done.withdrawn',
}

export default function Proposal() {
  const { _ } = useLingui()
  const { proposal, answer, statements, polls, isGuest } = useLoaderData<typeof loader>()
  const { id, title, language, consultation, state, version, currentVersion } = proposal
  return (
    <main id="content" className="page">
      <Breadcrumb
        way={[
          { href: `/consultations/${consultation.id}`, label: consultation.title.text },
          { href: `/proposals?consultation=${consultation.id}`, label: _('proposals.list') },
        ]}
      />
      <Done said={done} />
      <PageHeading
        above={_('proposals.number', { number: proposal.number })}
        title={title}
        language={language}
        badges={<ProposalState state={state} />}
      />
      {version !== currentVersion && (
        <Notice tone="warn">
          {_('proposals.old-version', { version, current: currentVersion })}{' '}
          <a href={`/proposals/${id}`}>{_('proposals.current-version')}</a>
        </Notice>
      )}
      {state === 'draft' && <Notice>{_('proposals.draft.notice')}</Notice>}
      {state === 'withdrawn' && (
        <Notice title={_('proposals.withdrawn.notice')}>
          <UserText text={proposal.withdrawReason} />
        </Notice>
      )}
      <div className="with-aside">
        <div className="stack">
          <section aria-labelledby="ask" className="asked">
            <h2 id="ask">{_('proposals.ask')}</h2>
            <UserText text={proposal.ask} language={language} />
            <p className="muted">
              {_('proposals.addressee')}: <bdi lang={language}>{proposal.addressee}</bdi>
            </p>
          </section>
          <section aria-labelledby="words">
            <h2 id="words">{_('proposals.text')}</h2>
            <DocumentBody document={proposal.document} language={language} headingLevel={3} />
          </section>
          {proposal.ballots.length > 0 && <ProposalBallots ballots={proposal.ballots} />}
          <ProposalPolls polls={polls} />
          {answer && <OfficialAnswer answer={answer} />}
          <ProposalSources sources={proposal.sources} motion={proposal.motion} />
          <ProposalStatements proposalId={id} shown={statements} mayCite={proposal.may.changeSources} />
        </div>
        <aside className="stack">
          {!isGuest && state !== 'draft' && (
            <FollowButton
              kind="proposal"
              id={id}
              isFollowing={proposal.iFollow}
              back={`/proposals/${id}`}
              named={title}
            />
          )}
          <ProposalActs proposal={proposal} />
          <section aria-labelledby="versions">
            <h2 id="versions">{_('proposals.versions')}</h2>
            <ol className="plain-list" reversed>
              {proposal.versions.map((each) => (
                <li key={each.version}>
                  <a
                    href={`/proposals/${id}?version=${each.version}`}
                    aria-current={each.version === version ? 'true' : undefined}
                  >
                    {_('proposals.version', { version: each.version })}
                  </a>
                  , <Moment at={each.at} as="short" />
                  {each.note && <UserText text={each.note} language={language} />}
                </li>
              ))}
            </ol>
            {currentVersion > 1 && (
              <p>
                <a href={`/proposals/${id}/versions`}>{_('proposals.compare')}</a>
              </p>
            )}
          </section>
        </aside>
      </div>
    </main>
  )
}
