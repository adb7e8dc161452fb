import { figure, quantile, type Figure } from '#tests/bench/figures.ts'
import type { Line } from './history.ts'

/** What can be measured in any run, from its history; aims are the scenario's own. */
export function figuresOf(lines: Line[], aims: Record<string, string>): Figure[] {
  const figures: Figure[] = []
  const add = (name: string, value: number, unit: string) => {
    if (!Number.isFinite(value)) return
    const aim = aims[name]
    figures.push(figure(name, value, unit, aim ? { aim } : {}))
  }
  const addQuantiles = (name: string, values: number[], unit = 'ms') => {
    add(`${name} p50`, quantile(values, 0.5), unit)
    add(`${name} p99`, quantile(values, 0.99), unit)
    add(`${name} max`, quantile(values, 1), unit)
  }
  const struck = spans(lines)
  const isStruck = (at: number) => struck.some(([from, to]) => at >= from && at <= to)

  addQuantiles(
    'converged',
    lines.flatMap((line) => (line.kind === 'converged' ? line.milliseconds : [])),
  )
  const acks: [at: number, milliseconds: number][] = []
  const firstAsked = new Map<string, number>()
  const waited: number[] = []
  for (const line of lines) {
    if (line.kind === 'invoke' && line.op === 'post' && !firstAsked.has(line.id))
      firstAsked.set(line.id, line.at)
    if (line.kind !== 'ok' || line.op !== 'post') continue
    acks.push([line.invokedAt, line.at - line.invokedAt])
    waited.push(line.at - (firstAsked.get(line.id) ?? line.at))
  }
  const deliveries: [at: number, milliseconds: number][] = []
  for (const line of lines)
    if (line.kind === 'heard' && line.by === 'push')
      for (const [, name, , clientId] of line.events) {
        const asked = name === 'message-posted' && clientId ? firstAsked.get(clientId) : undefined
        if (asked !== undefined) deliveries.push([asked, line.at - asked])
      }
  for (const [name, values] of [
    ['ack', acks],
    ['delivery', deliveries],
  ] as const) {
    addQuantiles(
      name,
      values.map(([, milliseconds]) => milliseconds),
    )
    addQuantiles(
      `${name} during faults`,
      values.filter(([at]) => isStruck(at)).map(([, milliseconds]) => milliseconds),
    )
  }
  add('not acknowledged within 5 s', waited.filter((milliseconds) => milliseconds > 5_000).length, 'messages')
  addQuantiles('removed: told', removals(lines))
  add('writing again after Postgres is: longest', quantile(writingAgain(lines), 1), 'ms')
  add(
    'stopping a node: longest',
    quantile(
      lines.flatMap((line) => (line.kind === 'took' ? [line.milliseconds] : [])),
      1,
    ),
    'ms',
  )
  const ghosts = lines.flatMap((line) => (line.kind === 'ghosts' ? [line.count] : []))
  if (ghosts.length > 0) add('ghosts after 45 s', Math.max(...ghosts), 'connections')
  const pages = lines.flatMap((line) =>
    line.kind === 'ok' && line.op === 'page' ? [line.at - line.invokedAt] : [],
  )
  add('page p95', quantile(pages, 0.95), 'ms')
  return figures
}

export function spans(lines: Line[]): [from: number, to: number][] {
  const found: [number, number][] = []
  let from: number | undefined
  for (const line of lines) {
    if (line.kind !== 'fault') continue
    if (line.phase === 'begin') from = line.at
    if (line.phase === 'healed' && from !== undefined) found.push([from, line.at])
  }
  return found
}

/** From the chair's answer until the removed person's screen says so, where they were connected. */
function removals(lines: Line[]): number[] {
  const told: number[] = []
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'removed') continue
    const near = (ok: Line) => ok.kind === 'ok' && ok.op === 'remove' && ok.about === line.person
    const before = lines.slice(0, index).findLast(near)
    // The doorbell often comes before the answer; it has then waited for nothing.
    told.push(before && line.at - before.at < 30_000 ? line.at - before.at : 0)
  }
  return told
}

function writingAgain(lines: Line[]): number[] {
  return lines.flatMap((line, index) => {
    if (line.kind !== 'fault' || line.phase !== 'ready') return []
    const first = lines.slice(index).find((later) => later.kind === 'ok' && later.op === 'post')
    return first ? [first.at - line.at] : []
  })
}
