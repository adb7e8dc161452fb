import type { z } from 'zod'
import type { Database, Reader, Trx } from '#db/database.ts'
import { recordInChain, type Link } from './chain.ts'
import { recordEvent, tellMoment, type Announcement } from './events.ts'
import { parse, type FormFields } from './fields.ts'
import type { Actor, Ground, Grown, Person } from './ground.ts'
import { isRefusal, Refusal } from './refusal.ts'

/** What a command works with: everything it writes goes through `trx`, everything it tells through `announce`. */
export type Act<Who extends Actor = Person> = {
  trx: Trx
  actor: Who
  now: Date
  /** Writes the event in this transaction and answers its place in the stream; it is told after the commit. */
  announce: (announcement: Announcement) => Promise<number>
  /** Bound into the audit chain when all else in this transaction is written: its one lock comes after all others. */
  inChain: (link: Link) => void
  /** For an act that wrote its event in a statement of its own. */
  announced: (grown: Grown) => void
  /** Runs once the transaction has committed, never if it fails. */
  afterCommit: (run: () => void) => void
  ground: Ground
}

export type Command<Schema extends z.ZodType = z.ZodType, Answer = unknown> = {
  (ground: Ground, actor: Actor, asked: z.input<Schema> | FormFields): Promise<Answer>
  readonly kind: 'command'
  readonly contract: Schema
}

/**
 * An act of a signed-in person: parse by the contract, one transaction, then tell. A refusal that is thrown
 * undoes everything; one that is answered is thrown after the commit (a wrong guess must stay counted).
 */
export function command<Schema extends z.ZodType, Answer>(
  contract: Schema,
  run: (act: Act, asked: z.output<Schema>) => Promise<Answer>,
): Command<Schema, Exclude<Answer, Refusal>> {
  return guestCommand(contract, (act, asked) => {
    if (act.actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
    return run({ ...act, actor: act.actor }, asked)
  })
}

/** An act that needs no sign-in, such as signing in. */
export function guestCommand<Schema extends z.ZodType, Answer>(
  contract: Schema,
  run: (act: Act<Actor>, asked: z.output<Schema>) => Promise<Answer>,
): Command<Schema, Exclude<Answer, Refusal>> {
  const perform = async (ground: Ground, actor: Actor, asked: z.input<Schema> | FormFields) => {
    const wish = parse(contract, asked)
    return transacted(ground, actor, (act) => run(act, wish))
  }
  return Object.assign(perform, { kind: 'command' as const, contract })
}

/** The same with work before it that takes long: no transaction waits for that, and no connection. */
export function preparedGuestCommand<Schema extends z.ZodType, Prepared, Answer>(
  contract: Schema,
  prepare: (look: { db: Reader; actor: Actor; ground: Ground }, asked: z.output<Schema>) => Promise<Prepared>,
  run: (act: Act<Actor>, asked: z.output<Schema>, prepared: Prepared) => Promise<Answer>,
): Command<Schema, Exclude<Answer, Refusal>> {
  const perform = async (ground: Ground, actor: Actor, asked: z.input<Schema> | FormFields) => {
    const wish = parse(contract, asked)
    const prepared = await prepare({ db: ground.db, actor, ground }, wish)
    return transacted(ground, actor, (act) => run(act, wish, prepared))
  }
  return Object.assign(perform, { kind: 'command' as const, contract })
}

async function transacted<Answer>(
  ground: Ground,
  actor: Actor,
  run: (act: Act<Actor>) => Promise<Answer>,
): Promise<Exclude<Answer, Refusal>> {
  const grown: Grown[] = []
  const links: Link[] = []
  const afterwards: (() => void)[] = []
  const now = ground.now()
  const answer = await ground.db.transaction().execute(async (trx) => {
    if (ground.pretendsNow) await tellMoment(trx, now)
    const given = await run({
      trx,
      actor,
      now,
      ground,
      inChain: (link) => void links.push(link),
      announced: (it) => void grown.push(it),
      announce: async (announcement) => {
        const seq = await recordEvent(trx, actor, announcement)
        grown.push({ streamId: announcement.streamId, seq })
        return seq
      },
      afterCommit: (it) => void afterwards.push(it),
    })
    await recordInChain(trx, actor, now, links)
    return given
  })
  if (grown.length > 0) ground.ring(grown)
  for (const it of afterwards) it()
  if (isRefusal(answer)) throw answer
  return answer as Exclude<Answer, Refusal>
}

type Single<Who extends Actor> = Pick<Act, 'announced' | 'ground' | 'now'> & { db: Database; actor: Who }

/**
 * For the acts that must be as quick as can be: a single statement, which Postgres makes a transaction by itself.
 * No lock is then held while this process is busy between two statements, and everybody in a room shares one lock.
 */
export function singleStatement<Schema extends z.ZodType, Answer>(
  contract: Schema,
  run: (act: Single<Person>, asked: z.output<Schema>) => Promise<Answer>,
): Command<Schema, Answer> {
  return guestSingleStatement(contract, (act, asked) => {
    if (act.actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
    return run({ ...act, actor: act.actor }, asked)
  })
}

/** The same, where no sign-in is needed. */
export function guestSingleStatement<Schema extends z.ZodType, Answer>(
  contract: Schema,
  run: (act: Single<Actor>, asked: z.output<Schema>) => Promise<Answer>,
): Command<Schema, Answer> {
  const perform = async (ground: Ground, actor: Actor, asked: z.input<Schema> | FormFields) => {
    const wish = parse(contract, asked)
    const grown: Grown[] = []
    const answer = await run(
      { db: ground.db, actor, ground, now: ground.now(), announced: (it) => void grown.push(it) },
      wish,
    )
    if (grown.length > 0) ground.ring(grown)
    return answer
  }
  return Object.assign(perform, { kind: 'command' as const, contract })
}
