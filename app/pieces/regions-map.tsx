// oxlint-disable jsx-a11y/prefer-tag-over-role -- inside a drawing there is no ul, li or fieldset to prefer
import { useLingui } from '@lingui/react'
import { useId } from 'react'
import type { Outline, OutlineMap } from '#server/territories/contract.ts'
import { boundariesCredit } from '#server/territories/words.ts'

export type RegionOnMap = { code: string; href: string; openConsultations: number; isCurrent?: boolean }

/** The regions as links, each with its number of open consultations; the page says the same in a table beside it. */
export function RegionsMap({ map, regions }: { map: OutlineMap; regions: readonly RegionOnMap[] }) {
  const { _ } = useLingui()
  const id = useId()
  const drawn = map.outlines.flatMap((outline) => {
    const region = regions.find((it) => it.code === outline.code)
    return region ? [{ ...outline, ...region }] : []
  })
  // No role of image: it would take the links inside away from those who hear the page.
  return (
    <figure className="regions-map">
      <svg
        viewBox={`0 0 ${map.width} ${map.height}`}
        role="group"
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}description`}
      >
        <title id={`${id}title`}>{_('map.title')}</title>
        <desc id={`${id}description`}>{_('map.description')}</desc>
        <g role="list">
          {drawn.map((region) => (
            <g role="listitem" key={region.code}>
              <a
                className="map-region"
                href={region.href}
                aria-label={_('map.region', { name: region.name, count: region.openConsultations })}
                aria-current={region.isCurrent ? 'true' : undefined}
              >
                <path d={region.path} />
              </a>
            </g>
          ))}
        </g>
        {/* After all the shapes: a neighbour would cover a name that crosses the border. */}
        <g aria-hidden="true">
          {drawn.map((region) => (
            <RegionLabel region={region} key={region.code} />
          ))}
        </g>
      </svg>
      <figcaption>{_('map.credit', { source: boundariesCredit })}</figcaption>
    </figure>
  )
}

function RegionLabel({ region }: { region: Outline & RegionOnMap }) {
  const { i18n } = useLingui()
  const [x, y] = region.centre
  return (
    <g
      className={region.openConsultations > 0 ? 'map-label map-label-open' : 'map-label'}
      transform={`translate(${x} ${y})`}
    >
      <circle className="map-badge" cy="-24" r="40" />
      <text className="map-number" y="-24">
        {i18n.number(region.openConsultations)}
      </text>
      <text className="map-name" y="46">
        {region.name}
      </text>
    </g>
  )
}
