import express from 'express'
import pg from 'pg'

// The vote to measure against: one upsert, and nothing asked about who votes on what.

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 })
await pool.query(`create table if not exists bare_votes (
  ballot_id uuid not null, elector_id uuid not null, choice text not null, cast_at timestamptz not null default now(),
  primary key (ballot_id, elector_id))`)

type Vote = { ballotId: string; electorId: string; choice: string }

const web = express()
web.use(express.json())
web.get('/', (_request, response) => void response.send('here'))
web.post('/votes', (request, response) => {
  const { ballotId, electorId, choice } = request.body as Vote
  void pool
    .query(
      `insert into bare_votes (ballot_id, elector_id, choice) values ($1, $2, $3)
       on conflict (ballot_id, elector_id) do update set choice = excluded.choice, cast_at = now() returning choice, cast_at`,
      [ballotId, electorId, choice],
    )
    .then(({ rows }) => response.json({ answer: rows[0] as unknown }))
})
web.listen(Number(process.env['PORT']), '127.0.0.1')
