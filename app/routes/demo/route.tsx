import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Card } from '#app/pieces/card.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const personas = await context.platform.people
    .listPersonas({})
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { personas }
}

export default function Demo() {
  const { _ } = useLingui()
  const { personas } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page">
      <PageHeading title={_('entry.demo.title')} lead={_('entry.demo.lead')} />
      <ul className="grid">
        {personas.map(({ persona, name, organisation }) => (
          <li key={persona}>
            <Card
              level={2}
              title={_(`entry.persona.${persona}`)}
              foot={
                <form method="post" action="/demo/sign-in">
                  <SubmitButton name="persona" value={persona} small>
                    {_('entry.demo.enter', { name })}
                  </SubmitButton>
                </form>
              }
            >
              <p>{_(`entry.persona.${persona}.does`)}</p>
              {organisation && (
                <p className="small muted">
                  <bdi>{organisation}</bdi>
                </p>
              )}
            </Card>
          </li>
        ))}
      </ul>
    </main>
  )
}
