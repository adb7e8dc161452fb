/*
 * Makes regions.topo.json and provinces.topo.json from the municipal boundaries that openpolis publishes
 * in geojson-italy (limits_R_NN_municipalities.topo.json, CC BY 4.0, ISTAT):
 *
 *   npx tsx db/seed/boundaries/reduce.ts FOLDER_OF_THE_SOURCE_FILES
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { merge, quantize } from 'topojson-client'
import { topology } from 'topojson-server'
import { filter, filterWeight, planarRingArea, presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, MultiPolygon, Objects, Polygon, Topology } from 'topojson-specification'
import { projectRoot } from '../../root.ts'
import { type Point, roomiestPoint } from './roomiest-point.ts'

type Municipality = {
  reg_istat_code: string
  reg_name: string
  prov_istat_code: string
  prov_name: string
}
type Source = Topology<{ comuni: GeometryCollection<Municipality> }>
type Outline = ReturnType<typeof merge>
type Named = { code: string; name: string; namedAt?: Point }
type Shape = { type: 'Feature'; properties: Named; geometry: Outline }
type WeighedArc = [number, number, number][]

const regionCodes = ['15', '16', '17', '18', '19']

// Areas in square degrees; at this latitude 0.0005 is about 5 square kilometres.
const smallestIslandKept = 0.0005
const largestIslandHelped = 0.05

// Each source file is rounded on a grid of its own, about 0.00017 degrees wide.
const sameVertexWithin = 0.0004

const folder = process.argv[2]
if (!folder) throw new Error('Say which folder holds the source files.')

const sources = regionCodes.map((code) => {
  const file = join(folder, `limits_R_${code}_municipalities.topo.json`)
  return JSON.parse(readFileSync(file, 'utf8')) as Source
})

write(
  'regions',
  shapesBy((it) => ({ code: it.reg_istat_code, name: it.reg_name })),
  0.0003,
)
write(
  'provinces',
  shapesBy((it) => ({ code: it.prov_istat_code, name: it.prov_name })),
  0.0003,
)

function shapesBy(named: (municipality: Municipality) => Named): Shape[] {
  const knit = knitter()
  return sources.flatMap((source) => {
    const groups = new Map<string, { properties: Named; parts: (Polygon | MultiPolygon)[] }>()
    for (const municipality of source.objects.comuni.geometries) {
      if (!municipality.properties) throw new Error('A municipality has no properties.')
      if (municipality.type !== 'Polygon' && municipality.type !== 'MultiPolygon') continue
      const properties = named(municipality.properties)
      const group = groups.get(properties.code) ?? { properties, parts: [] }
      group.parts.push(municipality)
      groups.set(properties.code, group)
    }
    const shapes = [...groups.values()].map(({ properties, parts }): Shape => ({
      type: 'Feature',
      properties,
      geometry: merge(source, parts),
    }))
    return knit(shapes)
  })
}

// Two files draw the border they share with slightly different vertices. Left so, the border would be simplified
// twice, differently, and show as a gap: each vertex is moved onto the nearest one of an earlier file.
function knitter(): (shapes: Shape[]) => Shape[] {
  const cells = new Map<string, Point[]>()

  function nearest([x, y]: Point): Point {
    let found: Point = [x, y]
    let shortest = sameVertexWithin
    for (const column of [-1, 0, 1]) {
      for (const row of [-1, 0, 1]) {
        for (const vertex of cells.get(`${cellOf(x) + column}/${cellOf(y) + row}`) ?? []) {
          const distance = Math.hypot(vertex[0] - x, vertex[1] - y)
          if (distance < shortest) {
            shortest = distance
            found = vertex
          }
        }
      }
    }
    return found
  }

  return (shapes) => {
    const knitted = shapes.map((shape) => ({
      ...shape,
      geometry: {
        ...shape.geometry,
        coordinates: shape.geometry.coordinates.map((polygon) =>
          polygon.map((ring) =>
            ring.map((point) => nearest(point as Point)).filter((it, at, all) => !isSame(it, all[at - 1])),
          ),
        ),
      },
    }))
    for (const vertex of knitted.flatMap((shape) => shape.geometry.coordinates.flat(2))) {
      const cell = `${cellOf(vertex[0])}/${cellOf(vertex[1])}`
      cells.set(cell, [...(cells.get(cell) ?? []), vertex])
    }
    return knitted
  }
}

function cellOf(degrees: number): number {
  return Math.floor(degrees / sameVertexWithin)
}

function isSame(one: Point, other: Point | undefined): boolean {
  return one[0] === other?.[0] && one[1] === other[1]
}

function write(name: string, shapes: Shape[], smallestDetail: number): void {
  const collection = { type: 'FeatureCollection', features: shapes } as const
  const joined = topology({ [name]: collection }) as Topology<Objects>
  const weighed = presimplify(filter(joined, filterWeight(joined, smallestIslandKept)))
  helpIslands(weighed.arcs as WeighedArc[])
  const reduced = quantize(simplify(weighed, smallestDetail), 5000)
  placeNames(reduced, reduced.objects[name] as GeometryCollection<Named>)
  writeFileSync(join(projectRoot(), `db/seed/boundaries/${name}.topo.json`), JSON.stringify(reduced) + '\n')
}

function placeNames(reduced: Topology, collection: GeometryCollection<Named>): void {
  for (const geometry of collection.geometries) {
    const { coordinates } = merge(reduced, [geometry as MultiPolygon<Named>])
    const rings = coordinates.map((polygon) => polygon[0] as Point[])
    const mainland = rings.reduce((largest, ring) =>
      planarRingArea(ring) > planarRingArea(largest) ? ring : largest,
    )
    geometry.properties = { ...(geometry.properties as Named), namedAt: roomiestPoint(mainland) }
  }
}

// A weight that suits a coast erases an island: people live on them, and many land there first.
function helpIslands(arcs: WeighedArc[]): void {
  for (const arc of arcs) {
    const ring = arc.map(([x, y]): Point => [x, y])
    const isIsland = isSame(ring[0] as Point, ring.at(-1)) && planarRingArea(ring) < largestIslandHelped
    if (isIsland) for (const point of arc) point[2] *= 30
  }
}
