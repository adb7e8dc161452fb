import { useLingui } from '@lingui/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NamingForm } from '#app/pieces/naming-form.tsx'
import { changeSeat, loadSeatToChange } from '#app/seat-to-change.ts'

export function loader(asked: LoaderFunctionArgs) {
  return loadSeatToChange(asked, 'name')
}

export function action(asked: ActionFunctionArgs) {
  return changeSeat(asked, 'nameAlternate', 'named')
}

export default function Alternate() {
  const { _ } = useLingui()
  return (
    <NamingForm
      title={_('tables.name.alternate')}
      seat={useLoaderData<typeof loader>()}
      answer={useActionData()}
    />
  )
}
