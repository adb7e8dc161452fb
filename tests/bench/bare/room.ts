import { createServer } from 'node:http'
import express from 'express'
import pg from 'pg'
import { Server } from 'socket.io'

// The room to measure against: each message is stored by one insert and then broadcast. No session, no permission, no
// order, nothing to catch up with. It says its messages in the platform's own words, so that the bytes compare.

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 })
await pool.query(`create table if not exists bare_messages (
  seq bigserial primary key, id uuid not null default gen_random_uuid(), room_id uuid not null, client_id uuid not null,
  name text not null, organisation text not null, language text not null, text text not null, posted_at timestamptz not null default now())`)

type Posted = { roomId: string; clientId: string; language: string; text: string }

const web = express()
web.use(express.json())
web.get('/', (_request, response) => void response.send('here'))
web.post('/messages', (request, response) => {
  void store(request.body as Posted).then(({ id, seq }) => response.json({ answer: { id, seq } }))
})

async function store({ roomId, clientId, language, text }: Posted) {
  const name = 'Una persona'
  const organisation = 'Una associazione'
  const { rows } = await pool.query<{ seq: string; id: string; postedAt: Date }>(
    `insert into bare_messages (room_id, client_id, name, organisation, language, text) values ($1, $2, $3, $4, $5, $6)
     returning seq, id, posted_at as "postedAt"`,
    [roomId, clientId, name, organisation, language, text],
  )
  const { id, postedAt } = rows[0] ?? { id: '', postedAt: new Date() }
  const seq = Number(rows[0]?.seq)
  const message = {
    id,
    seq,
    state: 'said',
    author: id,
    name,
    organisation,
    language,
    text,
    replyTo: null,
    postedAt,
    editedAt: null,
    hiddenFor: null,
  }
  io.to(roomId).emit('events', { roomId, events: [{ seq, name: 'message-posted', message, clientId }] })
  return message
}

// An act of a meeting is one insert and one broadcast of how the queue then stands.
await pool.query(`create table if not exists bare_acts (
  seq bigserial primary key, room_id uuid not null, seat_id uuid, kind text not null, at timestamptz not null default now())`)
const queue = new Set<string>()
web.post('/acts', (request, response) => {
  void act(request.body as Act).then(() => response.json({ answer: {} }))
})

type Act = { roomId: string; seatId?: string; kind: string }

async function act({ roomId, seatId, kind }: Act) {
  await pool.query('insert into bare_acts (room_id, seat_id, kind) values ($1, $2, $3)', [
    roomId,
    seatId ?? null,
    kind,
  ])
  if (seatId && kind === 'raise') queue.add(seatId)
  else if (seatId) queue.delete(seatId)
  const floor = { turn: null, queue: [...queue].map((each) => ({ seatId: each, kind: 'speak' })) }
  io.to(roomId).emit('events', { roomId, events: [], sheet: { parts: { floor } } })
}

const server = createServer(web)
const io = new Server(server, { serveClient: false })
io.on('connection', (socket) => {
  socket.on('enter', ({ roomId }: { roomId: string }, answer: (entered: { seq: number }) => void) => {
    void socket.join(roomId)
    answer({ seq: 0 })
  })
})
server.listen(Number(process.env['PORT']), '127.0.0.1')
