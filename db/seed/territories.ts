import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { projectRoot } from '../root.ts'

const levels = ['region', 'province', 'municipality'] as const

export type TerritoryRow = {
  code: string
  level: (typeof levels)[number]
  name: string
  parentCode: string | null
  latitude: number | null
  longitude: number | null
}

type Line = Record<'code' | 'level' | 'name' | 'parent' | 'lat' | 'lon', string>

/** Every region, province and municipality of Italy by its ISTAT code, parents before children. */
export function territories(): TerritoryRow[] {
  const text = readFileSync(join(projectRoot(), 'db/seed/territories.csv'), 'utf8')
  const rows = parse<Line>(text, { columns: true }).map(rowOf)
  return levels.flatMap((level) => rows.filter((row) => row.level === level))
}

function rowOf(line: Line): TerritoryRow {
  const level = levels.find((it) => it === line.level)
  if (!level) throw new Error(`territories.csv: ${line.code} has an unknown level, ${line.level}.`)
  return {
    code: line.code,
    level,
    name: line.name,
    parentCode: line.parent || null,
    latitude: degrees(line.lat),
    longitude: degrees(line.lon),
  }
}

function degrees(written: string): number | null {
  return written === '' ? null : Number(written)
}
