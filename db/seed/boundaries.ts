import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { projectRoot } from '../root.ts'

/** `namedAt` is where the name has the most room around it. */
type Named = { code: string; name: string; namedAt: [longitude: number, latitude: number] }

/** The outlines of the five regions of the programme, in degrees. */
export function regionBoundaries() {
  return boundaries('regions')
}

/** The outlines of the provinces of those regions, in degrees. */
export function provinceBoundaries() {
  return boundaries('provinces')
}

function boundaries(level: 'regions' | 'provinces') {
  const file = join(projectRoot(), `db/seed/boundaries/${level}.topo.json`)
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Topology<
    Record<typeof level, GeometryCollection<Named>>
  >
  return feature(kept, kept.objects[level]).features
}
