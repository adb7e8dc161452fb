import { geoMercator, geoPath } from 'd3-geo'
import { provinceBoundaries, regionBoundaries } from '#db/seed/boundaries.ts'
import { inSteps } from './in-steps.ts'
import type { Outline, OutlineMap } from './contract.ts'
import { programmeRegions } from './words.ts'

type Boundary = ReturnType<typeof regionBoundaries>[number]

const width = 1000
const margin = 12

let regions: OutlineMap | undefined
let provinces: OutlineMap | undefined

/** The five regions as SVG paths, in the order of the programme; drawn once for a process. */
export function regionOutlines(): OutlineMap {
  regions ??= inProgrammeOrder(draw(regionBoundaries()))
  return regions
}

/** The provinces of the five regions, in the same place on the same drawing; drawn once for a process. */
export function provinceOutlines(): OutlineMap {
  provinces ??= draw(provinceBoundaries())
  return provinces
}

function draw(boundaries: Boundary[]): OutlineMap {
  // Always fitted to the regions, so that a region and its provinces lie one over the other.
  const all = { type: 'FeatureCollection' as const, features: regionBoundaries() }
  const projection = geoMercator().fitWidth(width - 2 * margin, all)
  const [[left, top], [, bottom]] = geoPath(projection).bounds(all)
  const [x, y] = projection.translate()
  projection.translate([x - left + margin, y - top + margin])
  const path = geoPath(projection).digits(0)
  const outlines = boundaries.map((boundary): Outline => {
    const [across, down] = projection(boundary.properties.namedAt) ?? [0, 0]
    return {
      code: boundary.properties.code,
      name: boundary.properties.name,
      path: inSteps(path(boundary) ?? ''),
      centre: [Math.round(across), Math.round(down)],
    }
  })
  return { width, height: Math.ceil(bottom - top) + 2 * margin, outlines }
}

function inProgrammeOrder(map: OutlineMap): OutlineMap {
  const outlines = programmeRegions.map((code) => {
    const outline = map.outlines.find((it) => it.code === code)
    if (!outline) throw new Error(`The boundaries have no region ${code}.`)
    return outline
  })
  return { ...map, outlines }
}
