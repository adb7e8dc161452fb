import { pause } from '#tests/bench/processes.ts'
import type { Operation } from '../history.ts'
import type { Stage } from '../place/stage.ts'
import type { Person, Room } from '../place/world.ts'
import { attempt, type Came } from './ask.ts'
import type { Client } from './client.ts'

/** For how long an act is tried again, in milliseconds: no fault lasts longer. */
const longest = 90_000
const choices = ['for', 'against', 'abstain'] as const

/** What people do, each thing again and again under the same id until the platform has said yes or no. */
export function openActs(stage: Stage) {
  const { history, world, chance } = stage
  /** Messages that are known to stand, newest last, and which of them somebody is changing. */
  const standing = new Map<
    string,
    { messageId: string; author: Client; version: number; isBusy: boolean }[]
  >()
  const voting = new Set<string>()
  const outside = new Set<string>()
  const moving = new Set<string>()
  let isOver = false

  async function untilAnswered(
    entrance: string,
    person: Person,
    operation: Operation,
    door: { path: string; body: object },
  ): Promise<Came> {
    const until = performance.now() + longest
    for (let tries = 0; ; tries++) {
      const came = await attempt(history, entrance, person, operation, door)
      if (came.kind !== 'info' || isOver || performance.now() > until) return came
      await pause(Math.min(8_000, 500 * 2 ** tries) * chance.between(0.5, 1))
    }
  }

  async function post(by: Client): Promise<void> {
    const operation = operationOf('post', by)
    const body = messageOf(by.room, operation.id)
    const came = await untilAnswered(by.entrance, by.person, operation, {
      path: '/api/v1/rooms/post-message',
      body,
    })
    if (came.kind !== 'ok') return
    const list = standing.get(by.room.roomId) ?? []
    list.push({ messageId: String(came.answer?.['id']), author: by, version: 0, isBusy: false })
    standing.set(by.room.roomId, list.slice(-20))
  }

  /** Only its author changes a message, one thing after the other: what must stand at the end is then known. */
  async function change(by: Client, how: 'edit' | 'withdraw'): Promise<void> {
    const message = standing.get(by.room.roomId)?.find(({ author, isBusy }) => author.state.isIn && !isBusy)
    if (!message) return post(by)
    const { messageId, author } = message
    message.isBusy = true
    message.version++
    const wanted = message.version
    const operation = operationOf(how, author, { about: messageId, ...(how === 'edit' ? { wanted } : {}) })
    const text = `${author.room.mark} version ${wanted}`
    const came = await untilAnswered(author.entrance, author.person, operation, {
      path: `/api/v1/rooms/${how}-message`,
      body: how === 'edit' ? { messageId, text } : { messageId },
    })
    // What is withdrawn, or of unknown end, is left alone.
    message.isBusy = how === 'withdraw' || came.kind !== 'ok'
  }

  async function react(by: Client): Promise<void> {
    const known = standing.get(by.room.roomId)?.filter(({ isBusy }) => !isBusy) ?? []
    if (known.length === 0) return post(by)
    const { messageId } = chance.pick(known)
    const operation = operationOf('react', by, { about: messageId, wanted: 'agree' })
    const body = { messageId, kind: 'agree' }
    await untilAnswered(by.entrance, by.person, operation, { path: '/api/v1/rooms/put-reaction', body })
  }

  async function vote(by: Client): Promise<void> {
    if (voting.has(by.person.id)) return
    voting.add(by.person.id)
    const choice = chance.pick(choices)
    const operation = operationOf('vote', by, { about: world.ballotId, wanted: choice })
    await untilAnswered(by.entrance, by.person, operation, {
      path: '/api/v1/ballots/cast-vote',
      body: { ballotId: world.ballotId, unit: 'person', choice },
    })
    voting.delete(by.person.id)
  }

  /** The chair takes somebody's admission back; what they still ask for meanwhile must be refused. Answers when it was acknowledged. */
  async function remove(member: Client): Promise<number | undefined> {
    const { room, person } = member
    if (!room.isPrivate || outside.has(person.id) || moving.has(person.id)) return undefined
    moving.add(person.id)
    const operation = { ...operationOf('remove', member, { about: person.id }), person: room.chair.id }
    const came = await untilAnswered(member.entrance, room.chair, operation, {
      path: '/api/v1/consultations/remove-member',
      body: { consultationId: room.consultationId, personId: person.id },
    })
    outside.add(person.id)
    moving.delete(person.id)
    return came.kind === 'ok' ? came.at : undefined
  }

  async function admit(member: Client): Promise<void> {
    const { room, person } = member
    if (!outside.has(person.id) || moving.has(person.id)) return
    moving.add(person.id)
    const operation = { ...operationOf('admit', member, { about: person.id }), person: room.chair.id }
    const came = await untilAnswered(member.entrance, room.chair, operation, {
      path: '/api/v1/consultations/admit-member',
      body: { consultationId: room.consultationId, email: person.email },
    })
    moving.delete(person.id)
    if (came.kind === 'ok') outside.delete(person.id)
  }

  /** A page of somebody's own room, or of one that is not theirs. */
  async function page(by: Client, room: Room): Promise<void> {
    const operation = { ...operationOf('page', by), roomId: room.roomId }
    const askedAt = performance.now()
    const { text } = await attempt(history, by.entrance, by.person, operation, {
      path: `/rooms/${room.roomId}`,
    })
    by.lookForMarks(text, askedAt)
  }

  return {
    post,
    change,
    react,
    vote,
    remove,
    admit,
    page,
    isOutside: (who: Client) => outside.has(who.person.id),
    end: () => {
      isOver = true
    },
  }
}

function operationOf(op: Operation['op'], by: Client, more: Partial<Operation> = {}): Operation {
  return { op, id: crypto.randomUUID(), person: by.person.id, roomId: by.room.roomId, ...more }
}

export function messageOf(room: Room, clientId: string): object {
  return { roomId: room.roomId, clientId, language: 'it', text: `${room.mark} ${clientId}` }
}
