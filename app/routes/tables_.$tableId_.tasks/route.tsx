import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Card } from '#app/pieces/card.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { TaskFacts } from '#app/pieces/task-card.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'
import { taskStates } from '#server/decisions/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { state } = searchFields(request, ['state'])
  const listed = await context.platform.decisions
    .listTasks({ tableId: params['tableId'] ?? '', state: taskStates.find((each) => each === state) })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { ...listed, state: taskStates.find((each) => each === state) ?? null }
}

export default function TableTasks() {
  const { _ } = useLingui()
  const { table, tasks, overdue, state } = useLoaderData<typeof loader>()
  const here = `/tables/${table.id}/tasks`
  return (
    <main id="content" className="page">
      <Breadcrumb
        way={[
          { href: '/tables', label: _('tables.title') },
          { href: `/tables/${table.id}`, label: table.name.text },
        ]}
      />
      <PageHeading title={_('minutes.tasks')} lead={_('minutes.tasks.lead')} />
      {overdue > 0 && state !== 'overdue' && (
        <Notice tone="warn">
          <a href={`${here}?state=overdue`}>{_('minutes.tasks.overdue', { overdue })}</a>
        </Notice>
      )}
      <nav aria-label={_('minutes.tasks.which')} className="cluster">
        {([null, ...taskStates] as const).map((each) => (
          <a
            key={each ?? 'all'}
            className={each === state ? 'btn btn-primary btn-small' : 'btn btn-outline-primary btn-small'}
            aria-current={each === state ? 'page' : undefined}
            href={each ? `${here}?state=${each}` : here}
          >
            {_(`minutes.which.${each ?? 'all'}`)}
          </a>
        ))}
      </nav>
      {tasks.length === 0 ? (
        <EmptyState title={_('minutes.tasks.none')} />
      ) : (
        <ul className="task-list">
          {tasks.map((task) => (
            <li key={task.id}>
              <Card
                level={2}
                title={<UserWords text={task.text} language={task.language} />}
                href={`/tasks/${task.id}`}
              >
                <TaskFacts task={task} />
              </Card>
            </li>
          ))}
        </ul>
      )}
    </main>
  )
}
