import express from 'express'
import pg from 'pg'

// The answer to measure against: one upsert, and nothing asked about who answers what.

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 })
await pool.query(`create table if not exists bare_opinions (
  answerer_id uuid not null, statement_id uuid not null, vote smallint not null, answered_at timestamptz not null default now(),
  primary key (answerer_id, statement_id))`)

type Answer = { answererId: string; statementId: string; vote: number }

const web = express()
web.use(express.json())
web.get('/', (_request, response) => void response.send('here'))
web.post('/opinions', (request, response) => {
  const { answererId, statementId, vote } = request.body as Answer
  void pool
    .query(
      `insert into bare_opinions (answerer_id, statement_id, vote) values ($1, $2, $3)
       on conflict (answerer_id, statement_id) do update set vote = excluded.vote, answered_at = now() returning vote`,
      [answererId, statementId, vote],
    )
    .then(({ rows }) => response.json({ answer: rows[0] as unknown }))
})
web.listen(Number(process.env['PORT']), '127.0.0.1')
