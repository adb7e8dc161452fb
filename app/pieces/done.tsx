import { useLingui } from '@lingui/react'
import { useSearchParams } from '@remix-run/react'
import { Notice } from './notice.tsx'

/** What the act before just did, where the address says so with one of the words this page knows. */
export function Done({ said }: { said: Record<string, string> }) {
  const { _ } = useLingui()
  const [search] = useSearchParams()
  const id = said[search.get('done') ?? '']
  return id ? (
    <Notice tone="good" spoken>
      {_(id)}
    </Notice>
  ) : null
}
