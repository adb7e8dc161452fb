import type { LoaderFunctionArgs } from '@remix-run/node'
import { CasePage } from './case-page.tsx'
import { loadCase } from './case.ts'

export function loader(args: LoaderFunctionArgs) {
  return loadCase(args)
}

export default function Case() {
  return <CasePage />
}
