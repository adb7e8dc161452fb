import { useLingui } from '@lingui/react'
import { languageName } from '#app/language-names.ts'
import { Confirm } from '#app/pieces/confirm.tsx'
import { MissingPapers } from '#app/pieces/meeting/missing-papers.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { AgendaItemRead } from '#server/meetings/contract.ts'

/** The papers of an item, to be mended, taken away, or added to. */
export function PapersMade({ here, papers }: Pick<AgendaItemRead, 'papers'> & { here: string }) {
  const { _, i18n } = useLingui()
  return (
    <section className="band" aria-labelledby="papers">
      <h2 id="papers">{_('meetings.papers')}</h2>
      {papers.length === 0 && <p className="muted">{_('meetings.papers.none')}</p>}
      <ul className="plain-list stack">
        {papers.map((paper) => (
          <li key={paper.id}>
            <p>
              <UserWords text={paper.titles[0]?.title ?? ''} language={paper.titles[0]?.language} />{' '}
              <span className="small muted">
                {paper.titles.map(({ language }) => languageName(language, i18n.locale)).join(', ')}
              </span>
            </p>
            <MissingPapers papers={[paper]} />
            <div className="cluster">
              <a className="btn btn-outline-primary" href={`${here}/papers/${paper.id}`}>
                {_('meetings.paper.edit')}
              </a>
              <Confirm
                action={`${here}/papers/${paper.id}/removal`}
                open={_('meetings.paper.remove')}
                question={_('meetings.paper.remove.question')}
                confirm={_('meetings.paper.remove')}
              />
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-4">
        <a className="btn btn-outline-primary" href={`${here}/papers/new`}>
          {_('meetings.paper.add')}
        </a>
      </p>
    </section>
  )
}
