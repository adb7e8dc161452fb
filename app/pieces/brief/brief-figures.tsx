import { useLingui } from '@lingui/react'
import type { BriefContent } from '#server/briefs/contract.ts'

/** How many took part, and what is not shown and why. */
export function BriefFigures({ figures }: { figures: BriefContent['figures'] }) {
  const { _, i18n } = useLingui()
  const number = new Intl.NumberFormat(`${i18n.locale}-u-nu-latn`)
  const { people, fewestShown } = figures
  const rows: [string, number | null][] = [
    [_('briefs.figure.needs'), figures.needs],
    [_('briefs.figure.proposals'), figures.proposals],
    [_('briefs.figure.organisations'), figures.organisations],
    [_('briefs.figure.people'), people.total],
    ...people.of.map((group, index): [string, number | null] => [
      _(`briefs.figure.${group}`),
      people.cells[index] ?? null,
    ]),
  ]
  const isAnyHidden = rows.some(([, count]) => count === null)
  return (
    <section className="band" aria-labelledby="figures">
      <h2 id="figures">{_('briefs.figures')}</h2>
      <p>{_('briefs.figures.text')}</p>
      <table className="table">
        <caption className="visually-hidden">{_('briefs.figures')}</caption>
        <tbody>
          {rows.map(([name, count]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{count === null ? _('briefs.not-shown') : number.format(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isAnyHidden && <p className="small">{_('briefs.hidden', { fewest: fewestShown })}</p>}
    </section>
  )
}
