import { useLingui } from '@lingui/react'
import { Moment } from '#app/pieces/moment.tsx'
import { WideTable } from '#app/pieces/wide-table.tsx'
import type { EntryShown } from '#server/audit/contract.ts'

/** Which act, and when; whom it concerned is in the file, for those who may see it. */
export function EntryTable({ entries }: { entries: readonly EntryShown[] }) {
  const { _ } = useLingui()
  return (
    <section className="band" aria-labelledby="entries">
      <h2 id="entries">{_('audit.entries')}</h2>
      <WideTable>
        <table className="table">
          <caption className="visually-hidden">{_('audit.entries')}</caption>
          <thead>
            <tr>
              <th scope="col">{_('audit.entry')}</th>
              <th scope="col">{_('audit.what')}</th>
              <th scope="col">{_('audit.when')}</th>
              <th scope="col">{_('audit.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ seq, act, at, hash }) => (
              <tr key={seq} id={`entry-${seq}`}>
                <th scope="row">{seq}</th>
                <td>{_(`audit.act.${act}`)}</td>
                <td>
                  <Moment at={at} as="short" /> <Moment at={at} as="time" />
                </td>
                <td>
                  <code dir="ltr">{hash.slice(0, 16)}…</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  )
}
