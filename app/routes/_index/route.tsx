import { useLingui } from '@lingui/react'
import { PageHeading } from '#app/pieces/page-heading.tsx'

export default function Home() {
  const { _ } = useLingui()
  return (
    <main id="content" className="page">
      <PageHeading title={_('shell.tagline')} />
    </main>
  )
}
