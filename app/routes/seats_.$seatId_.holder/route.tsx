import { useLingui } from '@lingui/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NamingForm } from '#app/pieces/naming-form.tsx'
import { changeSeat, loadSeatToChange } from '#app/seat-to-change.ts'

export function loader(asked: LoaderFunctionArgs) {
  return loadSeatToChange(asked, 'name')
}

export function action(asked: ActionFunctionArgs) {
  return changeSeat(asked, 'nameHolder', 'named')
}

export default function Holder() {
  const { _ } = useLingui()
  return (
    <NamingForm
      title={_('tables.name.holder')}
      seat={useLoaderData<typeof loader>()}
      answer={useActionData()}
    />
  )
}
