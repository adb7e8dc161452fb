import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { CasePage } from '../moderation_.$kind.$subjectId/case-page.tsx'
import { decide, loadCase } from '../moderation_.$kind.$subjectId/case.ts'

export function loader(args: LoaderFunctionArgs) {
  return loadCase(args)
}

export function action(args: ActionFunctionArgs) {
  return decide(args, 'hide', 'hidden')
}

export default function Hiding() {
  return <CasePage tried="hiding" />
}
