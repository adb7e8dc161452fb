import type { Line } from '../history.ts'
import type { Breach, Kept } from './kept.ts'
import { absencesIn } from './views.ts'

/** I7 canary: what is said in a private room is in nothing that others are sent, and in no log, mail or Redis. */
export function checkCanaries(lines: Line[], kept: Kept, written: string): Breach[] {
  const breaches: Breach[] = []
  const rooms = lines.filter((line) => line.kind === 'room' && line.isPrivate)
  const absences = absencesIn(lines, kept)
  for (const room of rooms) {
    if (room.kind !== 'room') continue
    const { mark, roomId, people } = room
    if (written.includes(mark)) breaches.push({ invariant: 'I7', what: `${mark} is in a log or in Redis` })
    if (kept.mailed.includes(mark)) breaches.push({ invariant: 'I7', what: `${mark} is in a mail` })
    for (const line of lines) {
      if (line.kind !== 'marks' || !line.marks.includes(mark)) continue
      const out = absences.get(`${line.person} in ${roomId}`) ?? []
      const wasOut = out.some(({ sureFrom, sureTo }) => line.askedAt > sureFrom && line.at < sureTo)
      if (!people.includes(line.person) || wasOut)
        breaches.push({ invariant: 'I7', what: `${line.person} was sent ${mark}` })
    }
  }
  return breaches
}

/** I13 clean: after all is healed the nodes hold no more than before. */
export function checkLeft(lines: Line[]): Breach[] {
  const [before, after] = (['before', 'after'] as const).map((moment) =>
    lines.findLast((line) => line.kind === 'left' && line.moment === moment),
  )
  if (before?.kind !== 'left' || after?.kind !== 'left') return []
  const breaches: Breach[] = []
  const breach = (what: string) => void breaches.push({ invariant: 'I13', what })
  const { descriptors: had = 0 } = before.measured
  const { descriptors = 0, sockets = 0, memory = 0 } = after.measured
  // Pools of connections to Postgres breathe: they may open all that they are allowed.
  if (descriptors > had * 1.1 + 40) breach(`${descriptors} file descriptors, ${had} before`)
  if (sockets > after.clients) breach(`${sockets} live connections of ${after.clients} clients`)
  // Two nodes that may use 384 MB of heap each, and what the runtime needs beside it.
  if (memory > 1_000) breach(`${memory} MB of memory`)
  return breaches
}

/** I15: with Redis away limits still count and strangers are still strangers. */
export function checkStillGuarded(lines: Line[]): Breach[] {
  const breaches: Breach[] = []
  const floods = new Map<string, number[]>()
  for (const line of lines) {
    if (line.kind !== 'ok' && line.kind !== 'fail') continue
    const { op, person, id, status = 0, kind } = line
    if (op === 'stranger' && kind === 'ok')
      breaches.push({ invariant: 'I15', what: `${person} read a room of others` })
    if (op === 'flood') floods.set(id, [...(floods.get(id) ?? []), status])
  }
  for (const [flood, statuses] of floods)
    if (!statuses.includes(429))
      breaches.push({ invariant: 'I15', what: `${statuses.length} requests of ${flood}, none refused` })
  return breaches
}
