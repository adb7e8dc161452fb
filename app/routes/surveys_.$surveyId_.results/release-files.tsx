import { useLingui } from '@lingui/react'
import { Icon } from '#app/pieces/icon.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import type { ResultsShown } from '#server/releases/contract.ts'

interface ReleaseFilesProps {
  shown: Pick<ResultsShown, 'survey' | 'releases'>
  release: NonNullable<ResultsShown['release']>
}

/** The release as open data, its hash, and those before it. */
export function ReleaseFiles({
  shown: { survey, releases },
  release: { content, sha256, releasedAt },
}: ReleaseFilesProps) {
  const { _ } = useLingui()
  const page = `/surveys/${survey.id}/results`
  return (
    <section className="band" aria-labelledby="files">
      <h2 id="files">{_('releases.files')}</h2>
      <ul className="plain-list stack">
        {(['csv', 'json'] as const).map((format) => (
          <li key={format}>
            <a href={`${page}.${format}?number=${content.number}`}>
              <Icon name="download" small /> {_(`releases.files.${format}`)}
            </a>
          </li>
        ))}
        {releases
          .filter(({ number }) => number !== content.number)
          .map(({ number, releasedAt: at }) => (
            <li key={number}>
              <a href={`${page}?number=${number}`}>
                {_('releases.number', { number })} (<Moment at={at} />)
              </a>
            </li>
          ))}
      </ul>
      <p className="small muted">
        {_('releases.number', { number: content.number })}, <Moment at={releasedAt} />. {_('releases.hash')}{' '}
        <code className="brief-hash" dir="ltr">
          {sha256}
        </code>
      </p>
    </section>
  )
}
