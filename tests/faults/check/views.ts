import type { Line } from '../history.ts'
import type { Breach, Kept, KeptEvent } from './kept.ts'

type Heard = Extract<Line, { kind: 'heard' }>
/** The first answer that let a connection in, and the furthest place that one said. */
type Entry = { at: number; seq: number }
/**
 * Out of a room from the event that removed until the event that let in again; by the clients' own clock surely out in
 * between, and perhaps in again from when that was first asked for.
 */
export type Absence = { from: number; to: number; sureFrom: number; sureTo: number; perhapsBack: number }

/** I4 convergence, I5 prefix, I6 fence. */
export function checkViews(lines: Line[], kept: Kept): Breach[] {
  const breaches: Breach[] = []
  const seen = new Set<string>()
  const breach = (invariant: string, who: string, what: string) => {
    // One for each client and kind says it; a broken order would repeat itself a thousand times.
    if (seen.has(`${invariant} ${who}`)) return
    seen.add(`${invariant} ${who}`)
    breaches.push({ invariant, what: `${who}: ${what}` })
  }
  const clients = new Map<string, { heard: Heard[]; entries: Map<number, Entry> }>()
  for (const line of lines) {
    if (line.kind === 'converged')
      for (const who of line.late.slice(line.tolerated)) breach('I4', who, `still behind after ${line.fault}`)
    if (line.kind !== 'heard' && line.kind !== 'entered') continue
    const who = `${line.person} in ${line.roomId}`
    const client = clients.get(who) ?? { heard: [], entries: new Map<number, Entry>() }
    clients.set(who, client)
    if (line.kind === 'heard') client.heard.push(line)
    else {
      const { at, seq } = client.entries.get(line.connection) ?? line
      client.entries.set(line.connection, { at, seq: Math.max(seq, line.seq) })
    }
  }
  const messages = new Map(kept.messages.map((message) => [message.id, message]))
  const absences = absencesIn(lines, kept)
  for (const [who, { heard, entries }] of clients) {
    const [person = '', , roomId = ''] = who.split(' ')
    const events = kept.events.get(roomId) ?? []
    checkPushes(heard, entries, (what) => breach('I5', who, what))
    const view = new Set<number>()
    for (const { events: told } of heard)
      for (const [seq, name, messageId, clientId] of told) {
        view.add(seq)
        const event = events[seq - 1]
        if (!event || event.seq !== seq) breach('I5', who, `was told ${name} at ${seq}, where nothing stands`)
        else if (
          !isSame(event, name, messageId) ||
          (clientId && messages.get(messageId ?? '')?.clientId !== clientId)
        )
          breach(
            'I5',
            who,
            `was told ${name} about ${messageId} at ${seq}, where ${event.name} about ${event.aboutId} stands`,
          )
      }
    const out = absences.get(who) ?? []
    for (const it of heard) checkFence(it, out, entries.get(it.connection), (what) => breach('I6', who, what))
    const isInside = !out.some(({ to }) => to === Infinity)
    const missing = events.find(({ seq }) => !view.has(seq))
    if (isInside && missing)
      breach('I4', who, `never told ${missing.name} at ${missing.seq} of ${events.length} (${person})`)
  }
  return breaches
}

/** Over one connection everything is pushed in order, without a gap, from where the client was let in. */
function checkPushes(heard: Heard[], entries: Map<number, Entry>, breach: (what: string) => void): void {
  const next = new Map<number, number>()
  for (const { by, connection, events } of heard) {
    if (by !== 'push') continue
    for (const [seq] of events) {
      const expected = next.get(connection)
      const entry = entries.get(connection)?.seq
      if (expected === undefined && entry !== undefined && seq > entry + 1)
        breach(`let in at ${entry}, first pushed ${seq}`)
      if (expected !== undefined && seq !== expected) breach(`pushed ${seq} where ${expected} was next`)
      next.set(connection, seq + 1)
    }
  }
}

function isSame({ name, aboutId }: KeptEvent, told: string, messageId: string | null): boolean {
  return (told === 'other' || told === name) && (messageId === null || messageId === aboutId)
}

/** Nothing past the fence is pushed to who was not let in anew since; and whoever asks while they are certainly out is told nothing at all. */
function checkFence(
  { by, askedAt, at, events }: Heard,
  absences: Absence[],
  entry: Entry | undefined,
  breach: (what: string) => void,
): void {
  for (const { from, to, sureFrom, sureTo, perhapsBack } of absences) {
    const past = events.find(([seq]) => seq >= from && seq < to)
    const words = `${past?.[0]}, removed at ${from}, let in again at ${to}`
    if (by === 'push' && past && (entry?.at ?? 0) < perhapsBack) breach(`pushed ${words}`)
    if (by === 'answer' && past && at < sureTo) breach(`answered ${words}`)
    if (by === 'answer' && (askedAt ?? at) > sureFrom && at < sureTo)
      breach(`was answered after the removal at ${from}`)
  }
}

/** From the room's own events; by the clock surely from the removal's acknowledgement until the admission was asked for. */
export function absencesIn(lines: Line[], kept: Kept): Map<string, Absence[]> {
  const asked = lines.filter(
    (line) => (line.kind === 'invoke' || line.kind === 'ok') && (line.op === 'remove' || line.op === 'admit'),
  )
  const absences = new Map<string, Absence[]>()
  for (const [roomId, events] of kept.events)
    for (const { seq, name, person } of events) {
      const who = `${person} in ${roomId}`
      const its = absences.get(who) ?? []
      if (name === 'member-removed') {
        its.push({ from: seq, to: Infinity, sureFrom: Infinity, sureTo: -Infinity, perhapsBack: Infinity })
        absences.set(who, its)
      }
      const last = its.at(-1)
      if (name === 'member-added' && last?.to === Infinity) last.to = seq
    }
  for (const [who, its] of absences) {
    const about = asked.filter((line) => 'about' in line && `${line.about} in ${line.roomId}` === who)
    const removals = about.filter((line) => line.kind === 'ok' && line.op === 'remove')
    const admissions = about.filter((line) => line.kind === 'invoke' && line.op === 'admit')
    for (const [index, absence] of its.entries()) {
      absence.perhapsBack = admissions[0]?.at ?? Infinity
      // Only where each removal has one acknowledgement is it known which belongs to which.
      if (removals.length !== its.length) continue
      absence.sureFrom = removals[index]?.at ?? Infinity
      absence.sureTo = admissions.find(({ at }) => at > absence.sureFrom)?.at ?? Infinity
      absence.perhapsBack = absence.sureTo
    }
  }
  return absences
}
