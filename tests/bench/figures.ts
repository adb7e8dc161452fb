import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { projectRoot } from '#db/root.ts'

/** One thing measured. `baseline` is the bare server's in the same run, `ratio` ours to it; `aim` is on the ratio when it says so. */
export type Figure = {
  name: string
  value: number
  unit: string
  baseline: number | null
  ratio: number | null
  aim: string | null
  ok: boolean
}

/** A benchmark: given the address of a Postgres, it answers its figures. */
export type Measure = (url: string) => Promise<Figure[]>

export function figure(
  name: string,
  value: number,
  unit: string,
  more: { baseline?: number; ratio?: number; aim?: string } = {},
): Figure {
  const { baseline = null, ratio = null, aim = null } = more
  const made = { name, value: rounded(value), unit, baseline: rounded(baseline), ratio: rounded(ratio), aim }
  return { ...made, ok: aim === null || meets(aim, value, ratio) }
}

/** Reads an aim as it is printed: `< 150`, `ratio >= 0.55`. */
function meets(aim: string, value: number, ratio: number | null): boolean {
  const [, onRatio, sign, limit] = /^(ratio )?(<=|>=|<|>|=) ([\d.]+)$/.exec(aim) ?? []
  const measured = onRatio ? ratio : value
  if (measured === null || limit === undefined) throw new Error(`An aim that cannot be read: ${aim}`)
  if (sign === '<=') return measured <= Number(limit)
  if (sign === '>=') return measured >= Number(limit)
  if (sign === '<') return measured < Number(limit)
  if (sign === '>') return measured > Number(limit)
  return measured === Number(limit)
}

function rounded(value: number): number
function rounded(value: number | null): number | null
function rounded(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(4))
}

export function median(values: number[]): number {
  return quantile(values, 0.5)
}

export function quantile(values: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(values).sort()
  if (sorted.length === 0) return Number.NaN
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? Number.NaN
  const above = sorted[Math.ceil(place)] ?? Number.NaN
  return below + (above - below) * (place - Math.floor(place))
}

export function machine(postgres: string) {
  return { cores: cpus().length, node: process.version, postgres }
}

/** The commit that was measured, marked when files had changed since. */
export function commit(): string {
  try {
    return git('rev-parse', 'HEAD') + (git('status', '--porcelain') === '' ? '' : ' with changes')
  } catch {
    return 'unknown'
  }
}

function git(...words: string[]): string {
  return execFileSync('git', words, {
    cwd: projectRoot(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
}

export function say(words: string): void {
  process.stderr.write(`${words}\n`)
}
