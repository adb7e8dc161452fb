import type { Line } from '../history.ts'
import type { Breach, Kept } from './kept.ts'

type Answered = Extract<Line, { kind: 'ok' | 'fail' | 'info' }>

/** I1 durable, I2 once, I3 dense order: what was acknowledged stands, once, and every place of a room is taken. */
export function checkOperations(lines: Line[], kept: Kept): Breach[] {
  const breaches: Breach[] = []
  const breach = (invariant: string, what: string) => void breaches.push({ invariant, what })
  const answered = lines.filter((line): line is Answered => ['ok', 'fail', 'info'].includes(line.kind))
  const messages = new Map(kept.messages.map((message) => [message.id, message]))
  const byClientId = new Map<string, typeof kept.messages>()
  for (const message of kept.messages) {
    const key = `${message.roomId} ${message.authorId} ${message.clientId}`
    byClientId.set(key, [...(byClientId.get(key) ?? []), message])
  }
  for (const [key, twins] of byClientId)
    if (twins.length > 1) breach('I2', `${twins.length} messages for ${key}`)

  const firstAnswer = new Map<string, string>()
  for (const { kind, op, id, person, roomId, seq, messageId, about = '', wanted } of answered) {
    if (kind !== 'ok') continue
    const message = messages.get(about)
    if (op === 'post') {
      const [stands] = byClientId.get(`${roomId} ${person} ${id}`) ?? []
      if (!stands) breach('I1', `message ${id} was acknowledged and is not there`)
      else if (stands.seq !== seq || stands.id !== messageId)
        breach('I1', `message ${id} was acknowledged at ${seq} and stands at ${stands.seq}`)
      const answer = `${seq} ${messageId}`
      if ((firstAnswer.get(id) ?? answer) !== answer) breach('I2', `two answers for message ${id}`)
      firstAnswer.set(id, answer)
    }
    if (op === 'withdraw' && !message?.isWithdrawn)
      breach('I1', `withdrawal of ${about} was acknowledged and is not there`)
    if (op === 'edit') {
      const version = Number(/version (\d+)$/.exec(message?.text ?? '')?.[1] ?? 0)
      if (version < Number(wanted))
        breach('I1', `version ${wanted} of ${about} was acknowledged, ${version} stands`)
    }
    if (op === 'react' && !kept.reactions.has(`${about} ${person} ${wanted}`))
      breach('I1', `reaction of ${person} to ${about} was acknowledged and is not there`)
  }
  for (const { person, count } of kept.votes) if (count > 1) breach('I2', `${count} votes of ${person}`)
  checkVotes(answered, kept, breach)
  checkMoves(answered, kept, breach)
  for (const { roomId, lastSeq, count, most } of kept.places)
    if (lastSeq !== count || most !== count)
      breach('I3', `${roomId} counts to ${lastSeq}, has ${count} events up to ${most}`)
  return breaches
}

/** The last vote that was acknowledged stands, or one whose end nobody knows. */
function checkVotes(
  answered: Answered[],
  kept: Kept,
  breach: (invariant: string, what: string) => void,
): void {
  const choices = new Map(kept.votes.map(({ person, choice }) => [person, choice]))
  const possible = new Map<string, Set<unknown>>()
  const acknowledged = new Set<string>()
  for (const { kind, op, person, wanted } of answered) {
    if (op !== 'vote' || kind === 'fail') continue
    if (kind === 'ok') {
      acknowledged.add(person)
      possible.set(person, new Set([wanted]))
    } else possible.set(person, new Set([...(possible.get(person) ?? []), wanted]))
  }
  for (const person of acknowledged) {
    const stands = choices.get(person)
    if (!stands || !possible.get(person)?.has(stands)) breach('I1', `the vote of ${person} is ${stands}`)
  }
}

/** Each removal and admission that was acknowledged is an event, and so at most are those whose end nobody knows. */
function checkMoves(
  answered: Answered[],
  kept: Kept,
  breach: (invariant: string, what: string) => void,
): void {
  for (const [op, name] of [
    ['remove', 'member-removed'],
    ['admit', 'member-added'],
  ] as const) {
    const counts = new Map<string, { sure: Set<string>; perhaps: Set<string> }>()
    for (const { kind, op: its, id, roomId, about } of answered) {
      if (its !== op) continue
      const key = `${roomId} ${about}`
      const count = counts.get(key) ?? { sure: new Set(), perhaps: new Set() }
      if (kind === 'ok') count.sure.add(id)
      if (kind !== 'fail') count.perhaps.add(id)
      counts.set(key, count)
    }
    for (const [key, { sure, perhaps }] of counts) {
      const [roomId = '', about] = key.split(' ')
      const events =
        kept.events.get(roomId)?.filter((each) => each.name === name && each.person === about).length ?? 0
      // Admitting whom a lost answer has already admitted is acknowledged and changes nothing.
      const least = op === 'admit' ? Math.min(1, sure.size) : sure.size
      if (events < least || events > perhaps.size)
        breach('I1', `${events} times ${name} for ${key}, acknowledged ${sure.size}`)
    }
  }
}

/** I12: while the database is away nothing is acknowledged, and who asks is told when to try again. */
export function checkWhileAway(lines: Line[]): Breach[] {
  const breaches: Breach[] = []
  let awaySince = Infinity
  let spans: [number, number][] = []
  for (const line of lines) {
    if (line.kind !== 'fault') continue
    if (line.phase === 'away') awaySince = line.at
    if (line.phase === 'back' && awaySince < Infinity) {
      spans = [...spans, [awaySince, line.at]]
      awaySince = Infinity
    }
  }
  for (const line of lines) {
    if (line.kind !== 'ok' && line.kind !== 'info') continue
    if (['page', 'events'].includes(line.op)) continue
    if (!spans.some(([from, to]) => line.invokedAt > from && line.at < to)) continue
    if (line.kind === 'ok')
      breaches.push({ invariant: 'I12', what: `${line.op} ${line.id} was acknowledged without a database` })
    else if (line.status !== undefined && (line.status !== 503 || !line.retryAfter))
      breaches.push({
        invariant: 'I12',
        what: `${line.op} was answered ${line.status}, Retry-After ${line.retryAfter}`,
      })
  }
  return breaches
}
