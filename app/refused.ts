import { data, redirect } from '@remix-run/node'
import type { FormFields } from '#server/fields.ts'
import { isRefusal, Refusal, statusOfKind, type FieldRefusal } from '#server/refusal.ts'

/** A form's answer when the platform said no: why, and everything that was typed. */
export type RefusedForm = {
  refusal: { kind: Refusal['kind']; reason: string; fields: Record<string, FieldRefusal> }
  typed: Record<string, string | string[]>
}

/**
 * Turns a refusal into an answer that the form's own page shows, with what was typed.
 * Use: `await platform.needs.postNeed(fields).catch(refusedForm(request, fields))`, or in a try.
 */
export function refusedForm(thrown: unknown, fields: FormFields, request: Request) {
  if (!isRefusal(thrown)) throw thrown
  if (thrown.reason === 'sign-in-first') throw signInFirst(request)
  if (thrown.kind === 'unseen') throw refusedResponse(thrown)
  return data(refusedAnswer(thrown, fields), {
    status: statusOfKind[thrown.kind],
    headers: retryAfter(thrown),
  })
}

/** The answer alone, for a page that adds to it. */
export function refusedAnswer({ kind, reason, fields }: Refusal, sent: FormFields): RefusedForm {
  return { refusal: { kind, reason, fields }, typed: typedText(sent) }
}

/** For loaders and for buttons without a form of their own: the refusal becomes the error page. */
export function refusedPage(thrown: unknown, request: Request): never {
  if (!isRefusal(thrown)) throw thrown
  if (thrown.reason === 'sign-in-first') throw signInFirst(request)
  throw refusedResponse(namesNothing(thrown) ? new Refusal('unseen', 'page') : thrown)
}

/** An address with something that cannot be an id leads nowhere, like one with an id that is not there. */
function namesNothing({ kind, fields }: Refusal): boolean {
  return kind === 'invalid' && Object.keys(fields).some((name) => name === 'token' || name.endsWith('Id'))
}

function refusedResponse(refusal: Refusal): Response {
  return Response.json(
    { reason: refusal.reason },
    { status: statusOfKind[refusal.kind], headers: retryAfter(refusal) },
  )
}

function retryAfter(refusal: Refusal): Record<string, string> {
  return refusal.retryAfter ? { 'Retry-After': String(refusal.retryAfter) } : {}
}

function signInFirst(request: Request): Response {
  const { pathname, search } = new URL(request.url)
  const back =
    request.method === 'GET'
      ? pathname + search
      : new URL(request.headers.get('Referer') ?? '/', request.url).pathname
  return redirect(`/sign-in?back=${encodeURIComponent(back)}`, 303)
}

export function typedText(fields: FormFields): Record<string, string | string[]> {
  const typed: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') typed[name] = value
    else if (Array.isArray(value)) typed[name] = value.filter((each) => typeof each === 'string')
  }
  return typed
}
