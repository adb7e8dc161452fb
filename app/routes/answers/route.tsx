import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Badge } from '#app/pieces/badge.tsx'
import { Card } from '#app/pieces/card.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { outcomeTones } from '#app/pieces/official-answer.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'
import { Awaited } from './awaited.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { answers, actor } = context.platform
  const [listed, mine] = await Promise.all([
    answers.listAnswers(searchFields(request, ['after'])),
    actor.kind === 'person' ? answers.answersDue({}) : [],
  ]).catch((thrown: unknown) => refusedPage(thrown, request))
  return { ...listed, mine, updatedAt: listed.given[0]?.givenAt ?? null }
}

export default function Answers() {
  const { _ } = useLingui()
  const { overdue, awaited, given, older, mine } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page">
      <PageHeading title={_('answers.title')} lead={_('answers.lead')} />
      <Awaited id="mine" title={_('answers.mine')} answers={mine} toAnswer />
      <Awaited id="overdue" title={_('answers.overdue')} answers={overdue} />
      <Awaited id="awaited" title={_('answers.awaited')} answers={awaited} />
      <section className="band" aria-labelledby="given">
        <h2 id="given">{_('answers.given')}</h2>
        {given.length === 0 && <EmptyState title={_('answers.none')}>{_('answers.none.text')}</EmptyState>}
        <ul className="grid">
          {given.map((answer) => (
            <li key={answer.proposalId}>
              <Card
                title={<UserWords text={answer.title} language={answer.language} />}
                href={`/proposals/${answer.proposalId}`}
                above={<UserWords text={answer.consultation.text} language={answer.consultation.language} />}
                badges={
                  <Badge tone={outcomeTones[answer.outcome] ?? 'quiet'}>
                    {_(`answers.outcome.${answer.outcome}`)}
                  </Badge>
                }
                foot={
                  <>
                    <bdi>{answer.body}</bdi> · <Moment at={answer.givenAt} />
                  </>
                }
              >
                {answer.doneBy && (
                  <p>
                    {_('answers.done-by')} <Moment at={answer.doneBy} />
                  </p>
                )}
                {answer.reviewOn && (
                  <p>
                    {_('answers.review-on')} <Moment at={answer.reviewOn} />
                  </p>
                )}
              </Card>
            </li>
          ))}
        </ul>
        <Pagination older={older && `/answers?after=${older}`} />
      </section>
    </main>
  )
}
