/** The drawing's own units; everything scales with the page. */
export const plan = {
  width: 600,
  height: 470,
  table: { x: 100, y: 95, width: 400, height: 280, corner: 120 },
}

export interface Place {
  x: number
  y: number
  /** The way a person on this seat looks, in degrees: towards the middle of the table. */
  facing: number
}

const distance = 54

/** Where the seats stand: evenly around the table, the first at the head, then clockwise. */
export function placesAround(seats: number): { places: Place[]; size: number } {
  const { table } = plan
  const corner = table.corner + distance
  const straightX = table.width - 2 * table.corner
  const straightY = table.height - 2 * table.corner
  const arc = (Math.PI / 2) * corner
  const around = 2 * (straightX + straightY) + 4 * arc
  const size = Math.min(31, (around / Math.max(seats, 1)) * 0.4)
  const places = Array.from({ length: seats }, (_, seat) => placeAt((seat / seats) * around))
  return { places, size }

  function placeAt(along: number): Place {
    const middle = { x: table.x + table.width / 2, y: table.y + table.height / 2 }
    const sides = [straightX / 2, arc, straightY, arc, straightX, arc, straightY, arc, straightX / 2]
    let side = 0
    let rest = along
    while (side < sides.length - 1 && rest > sides[side]!) rest -= sides[side++]!

    const halfX = straightX / 2
    const halfY = straightY / 2
    const edgeX = halfX + corner
    const edgeY = halfY + corner
    const straights: Record<number, [number, number]> = {
      0: [rest, -edgeY],
      2: [edgeX, -halfY + rest],
      4: [halfX - rest, edgeY],
      6: [-edgeX, halfY - rest],
      8: [-halfX + rest, -edgeY],
    }
    const straight = straights[side]
    if (straight) return at(straight[0], straight[1], [90, 180, 270, 0, 90][side / 2]!)

    const quarter = (side - 1) / 2
    const [towardsX, towardsY] = [[1, -1] as const, [1, 1] as const, [-1, 1] as const, [-1, -1] as const][
      quarter
    ]!
    const outward = -90 + quarter * 90 + (rest / arc) * 90
    const radians = (outward * Math.PI) / 180
    return at(
      towardsX * halfX + corner * Math.cos(radians),
      towardsY * halfY + corner * Math.sin(radians),
      outward + 180,
    )

    function at(x: number, y: number, facing: number): Place {
      return { x: round(middle.x + x), y: round(middle.y + y), facing: round(facing) }
    }
  }
}

function round(value: number) {
  return Math.round(value * 10) / 10
}
