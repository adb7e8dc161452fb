import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Badge } from '#app/pieces/badge.tsx'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { DocumentBody } from '#app/pieces/document.tsx'
import { Done } from '#app/pieces/done.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'
import { NeedActs } from './need-acts.tsx'
import { NeedFacts } from './need-facts.tsx'
import { NeedStory } from './need-story.tsx'
import { NeedSupport } from './need-support.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { needs, opinions, actor } = context.platform
  const [need, story, takenUp] = await Promise.all([
    needs.showNeed(params),
    needs.needStory(params),
    opinions.showTakenUp(params),
  ]).catch((thrown: unknown) => refusedPage(thrown, request))
  return {
    need,
    mayTakeUp: takenUp.mayTakeUp && need.state === 'posted',
    takenUp: takenUp.statements,
    story,
    isGuest: actor.kind === 'guest',
    updatedAt: story
      .map((each) => each.at)
      .concat(need.editedAt ?? [])
      .toSorted()
      .at(-1),
  }
}

const done = {
  posted: 'needs.done.posted',
  edited: 'needs.done.edited',
  withdrawn: 'needs.done.withdrawn',
  supported: 'needs.done.supported',
  'support-withdrawn': 'needs.done.support-withdrawn',
  read: 'needs.done.read',
}

export default function Need() {
  const { _ } = useLingui()
  const { need, story, isGuest, mayTakeUp, takenUp } = useLoaderData<typeof loader>()
  const { title, language, document } = need
  return (
    <main id="content" className="page">
      <Breadcrumb
        way={[
          { href: '/needs', label: _('needs.list') },
          { href: `/consultations/${need.consultationId}`, label: need.consultation.text },
        ]}
      />
      <Done said={done} />
      <PageHeading
        above={_('needs.one')}
        {...(title === null ? { title: _(`needs.state.${need.state}.long`) } : { title, language })}
        badges={
          title !== null && (
            <>
              <Badge tone={need.urgency === 'critical' ? 'bad' : need.urgency === 'high' ? 'warn' : 'quiet'}>
                {_(`needs.urgency.${need.urgency}`)}
              </Badge>
              {need.areas.map((area) => (
                <Badge key={area}>{_(`needs.area.${area}`)}</Badge>
              ))}
            </>
          )
        }
      />
      {need.state !== 'posted' && (
        <Notice tone="warn">
          <p>{_(`needs.state.${need.state}.${need.isMine ? 'mine' : 'others'}`)}</p>
          {need.hiddenFor && (
            <>
              <p>
                {_('needs.hidden-for', {
                  reason: _(`moderation.reason.${need.hiddenFor.reason ?? 'other'}`),
                })}
              </p>
              <UserText text={need.hiddenFor.note} />
            </>
          )}
        </Notice>
      )}
      <div className="with-aside">
        <div>
          {document && <DocumentBody document={document} language={language} />}
          {need.tried && (
            <section className="band" aria-labelledby="tried">
              <h2 id="tried">{_('needs.tried.already')}</h2>
              <UserText text={need.tried} language={language} />
            </section>
          )}
          {takenUp.length > 0 && (
            <section className="band" aria-labelledby="taken-up">
              <h2 id="taken-up">{_('opinions.taken-up')}</h2>
              <ul>
                {takenUp.map(({ id, text, language }) => (
                  <li key={id}>
                    <UserWords text={text} language={language} />
                  </li>
                ))}
              </ul>
              <p>
                <a href={`/consultations/${need.consultationId}/opinions`}>{_('opinions.taken-up.answer')}</a>
              </p>
            </section>
          )}
          <section className="band" aria-labelledby="story">
            <h2 id="story">{_('needs.story')}</h2>
            <NeedStory story={story} />
          </section>
        </div>
        <aside aria-label={_('needs.about')} className="stack">
          <NeedSupport need={need} isGuest={isGuest} />
          <NeedFacts need={need} />
          <NeedActs need={need} mayTakeUp={mayTakeUp} />
        </aside>
      </div>
    </main>
  )
}
