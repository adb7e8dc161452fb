import { useLingui } from '@lingui/react'
import { Contents } from '#app/pieces/contents.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Part } from '#app/pieces/part.tsx'
import { Timeline } from '#app/pieces/timeline.tsx'
import { phases } from '#server/consultations/words.ts'
import { Emergency } from './emergency.tsx'

const parts = ['site', 'table', 'way', 'need', 'who', 'write', 'votes', 'wrong', 'using'] as const
const needSteps = ['received', 'read', 'in-proposal', 'voted', 'answered'] as const
const seenBy = ['public', 'members', 'name', 'organisation', 'support', 'email'] as const
const writing = ['1', '2', '3', '4', '5'] as const
const using = ['language', 'keyboard', 'javascript', 'zoom', 'shared'] as const

export default function Help() {
  const { _ } = useLingui()
  return (
    <main id="content" className="page">
      <PageHeading title={_('help.title')} lead={_('help.lead')} />
      <Contents parts={parts.map((id) => ({ id, title: _(`help.${id}`) }))} />
      <Part id="site" title={_('help.site')}>
        <p>{_('help.site.1')}</p>
        <p>{_('help.site.2')}</p>
        <p>{_('help.site.3')}</p>
        <p>
          <a href="/consultations">{_('shell.nav.consultations')}</a>
        </p>
      </Part>
      <Part id="table" title={_('help.table')}>
        <p>{_('help.table.1')}</p>
        <p>{_('help.table.2')}</p>
        <p>{_('help.table.3')}</p>
        <p>
          <a href="/tables">{_('shell.nav.tables')}</a>
        </p>
      </Part>
      <Part id="way" title={_('help.way')}>
        <p>{_('help.way.intro')}</p>
        <Timeline
          events={phases.map((phase) => ({
            title: _(`shell.phase.${phase}`),
            text: _(`help.way.${phase}`),
          }))}
        />
      </Part>
      <Part id="need" title={_('help.need')}>
        <p>{_('help.need.intro')}</p>
        <Timeline
          events={needSteps.map((step) => ({
            title: _(`help.need.${step}`),
            text: _(`help.need.${step}.text`),
          }))}
        />
      </Part>
      <Part id="who" title={_('help.who')}>
        <ul>
          {seenBy.map((what) => (
            <li key={what}>{_(`help.who.${what}`)}</li>
          ))}
        </ul>
        <p>
          {_('help.who.more')} <a href="/privacy">{_('shell.privacy')}</a>
        </p>
      </Part>
      <Part id="write" title={_('help.write')}>
        <ol>
          {writing.map((step) => (
            <li key={step}>{_(`help.write.${step}`)}</li>
          ))}
        </ol>
        <Notice tone="warn">
          <p>{_('help.write.careful')}</p>
        </Notice>
      </Part>
      <Part id="votes" title={_('help.votes')}>
        <p>{_('help.votes.1')}</p>
        <ul>
          <li>{_('help.votes.seats')}</li>
          <li>{_('help.votes.people')}</li>
        </ul>
        <p>{_('help.votes.2')}</p>
        <p>{_('help.votes.3')}</p>
      </Part>
      <Part id="wrong" title={_('help.wrong')}>
        <Emergency />
        <p>{_('help.wrong.report')}</p>
        <p>
          {_('help.wrong.feedback')} <a href="/feedback?page=/help">{_('help.wrong.feedback.link')}</a>
        </p>
      </Part>
      <Part id="using" title={_('help.using')}>
        <ul>
          {using.map((way) => (
            <li key={way}>{_(`help.using.${way}`)}</li>
          ))}
        </ul>
      </Part>
    </main>
  )
}
