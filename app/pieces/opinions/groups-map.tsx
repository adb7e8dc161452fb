import { useLingui } from '@lingui/react'
import { FigureTable } from '#app/pieces/figure-table.tsx'
import type { ShownGroup } from '#server/opinions/contract.ts'

const [width, height, margin] = [640, 360, 72]

/**
 * The groups from above: near to each other where they answer alike, as large as they have people. A circle is a group,
 * and its place goes by what is told of the group; no point stands for a person.
 */
export function GroupsMap({ groups }: { groups: readonly ShownGroup[] }) {
  const { _ } = useLingui()
  const placed = place(groups)
  return (
    <FigureTable
      caption={_('opinions.map.caption')}
      columns={[
        _('opinions.map.group'),
        _('opinions.map.people'),
        _('opinions.map.across'),
        _('opinions.map.up'),
      ]}
      rows={groups.map(({ letter, size, x, y }) => [letter, size, x, y])}
    >
      <svg
        className="groups-map"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby="groups-map-title"
      >
        <title id="groups-map-title">
          {_('opinions.map.title', {
            groups: groups.map(({ letter, size }) => _('opinions.group', { letter, n: size })).join(', '),
          })}
        </title>
        {placed.map(({ letter, size, cx, cy, r }) => (
          <g key={letter}>
            <circle cx={cx} cy={cy} r={r} />
            <text x={cx} y={cy - 2} className="map-letter">
              {letter}
            </text>
            <text x={cx} y={cy + 20} className="map-size">
              {size}
            </text>
          </g>
        ))}
      </svg>
    </FigureTable>
  )
}

/** In the frame, with the same scale along both axes, so that distances can be compared. */
function place(groups: readonly ShownGroup[]) {
  const [left, right] = range(groups.map(({ x }) => x))
  const [low, high] = range(groups.map(({ y }) => y))
  const scale = Math.min(
    (width - 2 * margin) / Math.max(right - left, 0.1),
    (height - 2 * margin) / Math.max(high - low, 0.1),
  )
  const largest = Math.max(...groups.map(({ size }) => size))
  return groups.map(({ letter, size, x, y }) => ({
    letter,
    size,
    cx: Math.round(width / 2 + (x - (left + right) / 2) * scale),
    cy: Math.round(height / 2 - (y - (low + high) / 2) * scale),
    r: Math.round(30 + 36 * Math.sqrt(size / largest)),
  }))
}

function range(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)]
}
