import type { LoaderFunctionArgs } from '@remix-run/node'
import { KeepingPage } from './keeping-page.tsx'
import { loadKeeping } from './keeping.ts'

export function loader(args: LoaderFunctionArgs) {
  return loadKeeping(args)
}

export default function Keeping() {
  return <KeepingPage />
}
