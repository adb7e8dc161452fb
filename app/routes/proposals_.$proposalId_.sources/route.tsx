import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Confirm } from '#app/pieces/confirm.tsx'
import { Done } from '#app/pieces/done.tsx'
import { Field } from '#app/pieces/field.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'
import { proposalLimits } from '#server/proposals/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const proposal = await context.platform.proposals
    .showProposal(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  if (!proposal.may.changeSources) throw redirect(`/proposals/${proposal.id}#sources`)
  return { proposal }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { proposalId } = await context.platform.proposals
    .addSources(await formFields(request, params))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/proposals/${proposalId}/sources?done=added`, 303)
}

const done = { added: 'proposals.done.source-added', removed: 'proposals.done.source-removed' }

export default function Sources() {
  const { _ } = useLingui()
  const { proposal } = useLoaderData<typeof loader>()
  const { id, title, consultation } = proposal
  const live = proposal.sources.filter(({ unlinkedAt }) => unlinkedAt === null)
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/proposals/${id}`, label: title }]} />
      <Done said={done} />
      <PageHeading
        title={_('proposals.change-sources')}
        lead={_('proposals.sources.lead', { n: live.length })}
      />
      <p>
        <a className="btn btn-primary" href={`/proposals/${id}/sources/new?consultation=${consultation.id}`}>
          {_('proposals.add-sources')}
        </a>
      </p>
      <ul className="plain-list stack">
        {live.map(({ needId, title: named, language, organisation }) => (
          <li key={needId} className="card">
            <p>
              <a href={`/needs/${needId}`}>
                <UserWords text={named ?? _('proposals.source.gone')} language={language} />
              </a>
              {organisation && (
                <>
                  {' '}
                  · <bdi>{organisation}</bdi>
                </>
              )}
            </p>
            {live.length > 1 && (
              <Confirm
                action={`/proposals/${id}/sources/removal`}
                open={_('proposals.remove-source')}
                question={_('proposals.remove-source.question')}
                confirm={_('proposals.remove-source')}
              >
                <input type="hidden" name="needId" value={needId} />
                <Field
                  name={`reason-${needId}`}
                  label={_('proposals.reason')}
                  hint={_('proposals.reason.hint')}
                >
                  {(aria) => (
                    <input
                      className="form-control"
                      id={`reason-${needId}`}
                      name="reason"
                      dir="auto"
                      required
                      minLength={3}
                      maxLength={proposalLimits.reason}
                      {...aria}
                    />
                  )}
                </Field>
              </Confirm>
            )}
          </li>
        ))}
      </ul>
    </main>
  )
}
