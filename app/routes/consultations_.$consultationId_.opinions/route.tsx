import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { answererHeaders, answererToken } from '#app/answerer-cookie.ts'
import { formFields } from '#app/form-fields.ts'
import script from '#app/live/answer-keys.ts?worker&url'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Done } from '#app/pieces/done.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedPage } from '#app/refused.ts'
import type { RouteHandle } from '#app/route-handle.ts'
import { AnswerForm } from './answer-form.tsx'
import { WaysOn } from './ways-on.tsx'

export const handle: RouteHandle = { script: true }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { opinions, actor } = context.platform
  const asked = { consultationId: params['consultationId'] ?? '', token: answererToken(request) }
  try {
    const shown = await opinions.showOpinions(asked)
    return { shown, next: await opinions.showNext(asked), isGuest: actor.kind === 'guest' }
  } catch (thrown) {
    return refusedPage(thrown, request)
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { from, ...fields } = await formFields(request)
  try {
    const answered = await context.platform.opinions.answerStatement({
      ...fields,
      ...(context.platform.actor.kind === 'guest' ? { token: answererToken(request) } : {}),
    })
    const page = `/consultations/${answered.consultationId}/opinions`
    return redirect(from === 'mine' ? `${page}/mine?done=changed` : `${page}#statement`, {
      status: 303,
      headers: answererHeaders(answered.consultationId, answered.token, context.site.origin),
    })
  } catch (thrown) {
    return refusedPage(thrown, request)
  }
}

const done = {
  joined: 'opinions.done.joined',
  written: 'opinions.done.written',
  asked: 'opinions.done.asked',
}

export default function Opinions() {
  const { _ } = useLingui()
  const { shown, next, isGuest } = useLoaderData<typeof loader>()
  const { consultation, asked, answered, toJoin } = shown
  const page = `/consultations/${consultation.id}/opinions`
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/consultations/${consultation.id}`, label: consultation.title.text }]} />
      <Done said={done} />
      <PageHeading title={_('opinions.title')} lead={_('opinions.lead')} />
      {toJoin > 0 && (
        <Notice title={_('opinions.join.title', { n: toJoin })}>
          <form method="post" action={`${page}/joining`}>
            <SubmitButton small>{_('opinions.join')}</SubmitButton>
          </form>
        </Notice>
      )}
      {!shown.isOpen && <Notice>{_(shown.isArranged ? 'opinions.closed' : 'opinions.not-yet')}</Notice>}
      {shown.isOpen && !shown.may.answer && (
        <Notice>
          {isGuest ? (
            <a href={`/sign-in?back=${encodeURIComponent(page)}`}>{_('opinions.sign-in')}</a>
          ) : (
            _('refusal.only-for-organisations')
          )}
        </Notice>
      )}
      {shown.may.answer && (
        <section className="asking" aria-labelledby="statement">
          {asked > 0 && (
            <p className="asking-progress">
              <span>{_('opinions.progress', { answered, asked })}</span>
              <progress max={asked} value={answered} aria-hidden="true" />
            </p>
          )}
          {next.statement ? (
            <AnswerForm statement={next.statement} />
          ) : (
            <h2 id="statement" tabIndex={-1}>
              {_(asked === 0 ? 'opinions.none-yet' : 'opinions.all-answered')}
            </h2>
          )}
        </section>
      )}
      {isGuest && shown.letsGuests && answered > 0 && (
        <p className="muted">{_('opinions.without-account')}</p>
      )}
      <WaysOn shown={shown} />
      {shown.may.answer && <script src={script} defer />}
    </main>
  )
}
