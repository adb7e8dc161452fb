import type { Ground, Grown } from '../ground.ts'
import {
  eventShown,
  findEntry,
  listDeliveries,
  listMissed,
  listOutsiders,
  listPlaces,
  type EventRead,
  type Missed,
} from '../rooms/index.ts'
import { eventsAtOnce } from '../rooms/words.ts'
import type { Sheet } from '../sheets/contract.ts'
import { partsChangedBy } from '../sheets/words.ts'
import {
  isSheetDue,
  newSheetTurn,
  noteParts,
  whenSheetIsDue,
  takeSheetTurn,
  type SheetTurn,
} from './sheet-turn.ts'
import type { LiveServer, LiveSocket } from './wire.ts'

/** One room on this node: how far it has been delivered, how far it is known to go, and who is in it from where. */
type Room = {
  delivered: number
  known: number
  isDelivering: boolean
  inside: Map<LiveSocket, { personId: string | null; since: number }>
  /** At which place each person was last removed, as far as this node has delivered it. */
  removals: Map<string, number>
  /** What is being read for those who come in behind others, by its reader and the places between which it lies. */
  missed: Map<string, Promise<EventRead[]>>
  sheet: SheetTurn
  toldAt: number
}

/** Milliseconds; what follows the last packet sooner than this waits to be read together with what comes next. */
const busyWithin = 25

function newRoom(seq: number): Room {
  return {
    delivered: seq,
    known: seq,
    isDelivering: false,
    inside: new Map(),
    removals: new Map(),
    missed: new Map(),
    sheet: newSheetTurn(),
    toldAt: 0,
  }
}

export type Delivery = ReturnType<typeof openDelivery>

/** Delivers each room's events in order to this node's own connections, once, and never past a removal. */
export function openDelivery({
  ground,
  io,
  delivered,
}: {
  ground: Ground
  io: LiveServer
  delivered: (count: number) => void
}) {
  const rooms = new Map<string, Room>()

  /** Lets a connection in where the database says it may be; answers up to which place it has still to ask for itself. */
  async function enter(socket: LiveSocket, roomId: string): Promise<number | undefined> {
    const { actor } = socket.data
    const personId = actor.kind === 'person' ? actor.id : null
    for (;;) {
      const seq = await findEntry(ground.db, actor, roomId, ground.now())
      if (seq === undefined || !socket.connected) return undefined
      const room = rooms.get(roomId) ?? newRoom(seq)
      // Removed while permission was looked up, and nobody was there to evict: look again.
      if (personId !== null && (room.removals.get(personId) ?? 0) > seq) continue
      rooms.set(roomId, room)
      room.inside.set(socket, { personId, since: seq })
      void socket.join(channelOf(roomId))
      return room.delivered
    }
  }

  /**
   * What a connection that has just entered missed before the place it was let in at; nothing if it is not there any more.
   * A hall that was cut off together missed the same, and it is read once, as everybody may read it. Where something was
   * hidden it is read for this one person, who may read more if it was theirs.
   */
  async function missedBy(
    socket: LiveSocket,
    roomId: string,
    between: { after: number; upTo: number },
  ): Promise<EventRead[] | undefined> {
    const { actor } = socket.data
    let events = await readTogether(roomId, { ...between, reader: null })
    const isSomeTakenAway = events.some(
      ({ message }) => message?.state === 'hidden' || message?.state === 'parked',
    )
    if (isSomeTakenAway && actor.kind === 'person')
      events = await readTogether(roomId, { ...between, reader: actor.id })
    return rooms.get(roomId)?.inside.has(socket) ? events : undefined
  }

  async function readTogether(roomId: string, missed: Missed): Promise<EventRead[]> {
    const room = rooms.get(roomId)
    if (!room) return []
    const key = `${missed.reader} ${missed.after} ${missed.upTo}`
    const before = room.missed.get(key)
    if (before) return before
    const reading = listMissed(ground.db, roomId, missed)
    room.missed.set(key, reading)
    void reading.finally(() => room.missed.delete(key)).catch(() => {})
    return reading
  }

  function leave(socket: LiveSocket, roomId: string): void {
    const room = rooms.get(roomId)
    if (!room) return
    room.inside.delete(socket)
    void socket.leave(channelOf(roomId))
    if (room.inside.size === 0) rooms.delete(roomId)
  }

  function leaveAll(socket: LiveSocket): void {
    for (const roomId of rooms.keys()) leave(socket, roomId)
  }

  function ring(grown: Grown[]): void {
    for (const { streamId, seq, event } of grown) {
      const room = rooms.get(streamId)
      if (!room || seq <= room.known) continue
      room.known = seq
      if (room.isDelivering) continue
      if (event && isNext(room, event as EventRead)) tell(streamId, room, [event as EventRead], undefined)
      else void deliver(streamId, room)
    }
  }

  /**
   * Whether an event that this node wrote can be told as it is: nothing is missing before it and no sheet goes with it.
   * In a busy room it is read with those around it, since one packet for several is cheaper than a packet each.
   */
  function isNext(room: Room, event: EventRead): boolean {
    return (
      event.seq === room.delivered + 1 &&
      performance.now() - room.toldAt > busyWithin &&
      room.sheet.changed.size === 0 &&
      partsChangedBy[event.name] === undefined
    )
  }

  async function deliver(roomId: string, room: Room): Promise<void> {
    room.isDelivering = true
    try {
      // Rings that come during a reading are answered together by the next one.
      while ((room.delivered < room.known || isSheetDue(room.sheet)) && rooms.get(roomId) === room) {
        const events = await listDeliveries(ground.db, roomId, room.delivered)
        // Everybody left meanwhile, and who came in since is another room's, with removals of its own.
        if (rooms.get(roomId) !== room) break
        noteParts(room.sheet, events)
        const isCaughtUp = events.length < eventsAtOnce
        if (isCaughtUp && isSheetDue(room.sheet)) {
          const upTo = events.at(-1)?.seq ?? room.delivered
          const { sheet, later } = await takeSheetTurn(ground, roomId, room.sheet, upTo)
          if (rooms.get(roomId) !== room) break
          tell(roomId, room, [...events, ...later], sheet)
        } else if (events.length > 0) tell(roomId, room, events, undefined)
        else break
      }
    } catch (error) {
      ground.log.warn({ error }, 'a delivery waits for the next sweep')
    } finally {
      room.isDelivering = false
      // Known only as far as delivered: the next ring or sweep tries again.
      room.known = room.delivered
      whenSheetIsDue(room.sheet, () => {
        if (!room.isDelivering) void deliver(roomId, room)
      })
    }
  }

  /** A removal takes effect before anything that comes after it is sent. */
  function tell(roomId: string, room: Room, events: EventRead[], sheet: Sheet | undefined): void {
    let batch: EventRead[] = []
    const send = (withSheet: Sheet | undefined) => {
      if (batch.length === 0 && !withSheet) return
      io.to(channelOf(roomId)).emit('events', {
        roomId,
        events: batch.map(eventShown),
        ...(withSheet ? { sheet: withSheet } : {}),
      })
      delivered(batch.length * room.inside.size)
      room.toldAt = performance.now()
      batch = []
    }
    for (const event of events) {
      const { removes, seq } = event
      if (removes !== null) {
        send(undefined)
        room.removals.set(removes, seq)
        evict(roomId, room, ({ personId, since }) => personId === removes && seq > since)
      }
      batch.push(event)
      room.delivered = event.seq
    }
    send(sheet)
  }

  function evict(
    roomId: string,
    room: Room,
    isOutside: (who: { personId: string | null; since: number }) => boolean,
  ): void {
    for (const [socket, who] of room.inside) {
      if (!isOutside(who)) continue
      leave(socket, roomId)
      socket.emit('removed', { roomId })
    }
  }

  /** Catches what no ring told: the doorbell may be away, or a ring lost. */
  async function sweep(): Promise<void> {
    ring(await listPlaces(ground.db, [...rooms.keys()]))
  }

  async function evictOutsiders(): Promise<void> {
    for (const outsider of await listOutsiders(ground.db, present())) {
      const room = rooms.get(outsider.roomId)
      if (room) evict(outsider.roomId, room, ({ personId }) => personId === outsider.personId)
    }
  }

  /** Who is in each room through this node, each once; guests together are nobody. */
  function present(): { roomId: string; personId: string | null }[] {
    return [...rooms].flatMap(([roomId, room]) =>
      [...new Set(peopleIn(room))].map((personId) => ({ roomId, personId })),
    )
  }

  /** How many are in each room through this node: a person once, however many tabs; guests by connection. */
  function counts(): { roomId: string; people: number }[] {
    return [...rooms].map(([roomId, room]) => {
      const people = peopleIn(room)
      const known = new Set(people.filter((personId) => personId !== null))
      return { roomId, people: known.size + people.filter((personId) => personId === null).length }
    })
  }

  return { enter, missedBy, leave, leaveAll, ring, sweep, evictOutsiders, present, counts }
}

function peopleIn(room: Room): (string | null)[] {
  return [...room.inside.values()].map(({ personId }) => personId)
}

export function channelOf(roomId: string): string {
  return `room:${roomId}`
}
