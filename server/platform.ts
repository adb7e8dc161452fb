import type { z } from 'zod'
import * as ballots from './ballots/index.ts'
import * as answers from './answers/index.ts'
import * as audit from './audit/index.ts'
import * as briefs from './briefs/index.ts'
import * as checks from './checks/index.ts'
import type { Command } from './command.ts'
import type { FormFields } from './fields.ts'
import type { Actor, Ground } from './ground.ts'
import * as consultations from './consultations/index.ts'
import * as decisions from './decisions/index.ts'
import * as feedback from './feedback/index.ts'
import * as floor from './floor/index.ts'
import * as home from './home/index.ts'
import * as jobs from './jobs/index.ts'
import * as mails from './mails/index.ts'
import * as moderation from './moderation/index.ts'
import * as organisations from './organisations/index.ts'
import * as meetings from './meetings/index.ts'
import * as minutes from './minutes/index.ts'
import * as needs from './needs/index.ts'
import * as notices from './notices/index.ts'
import * as officials from './officials/index.ts'
import * as opinions from './opinions/index.ts'
import * as people from './people/index.ts'
import * as polls from './polls/index.ts'
import * as proposals from './proposals/index.ts'
import type { Query } from './query.ts'
import type { Refusal } from './refusal.ts'
import * as responses from './responses/index.ts'
import * as releases from './releases/index.ts'
import * as rooms from './rooms/index.ts'
import * as sheets from './sheets/index.ts'
import * as statistics from './statistics/index.ts'
import * as surveys from './surveys/index.ts'
import * as tables from './tables/index.ts'
import * as territories from './territories/index.ts'

/** Every capability by name. A new one is one line here. */
export const capabilities = {
  ballots,
  proposals,
  answers,
  audit,
  briefs,
  checks,
  consultations,
  decisions,
  feedback,
  floor,
  home,
  jobs,
  mails,
  meetings,
  minutes,
  needs,
  notices,
  officials,
  opinions,
  moderation,
  organisations,
  people,
  polls,
  releases,
  statistics,
  surveys,
  tables,
  territories,
  responses,
  rooms,
  sheets,
}

// oxlint-disable-next-line typescript/no-explicit-any -- "any command whatever": the exact types are inferred below
type AnyAct = Command<any> | Query<any>
type Lent<Capability> = {
  [Name in keyof Capability as Capability[Name] extends AnyAct ? Name : never]: Capability[Name] extends
    | Command<infer Schema, infer Answer>
    | Query<infer Schema, infer Answer>
    ? (asked: z.input<Schema> | FormFields) => Promise<Answer>
    : never
}

/** Every act, lent to one actor: what a screen is given. With a refusal each act answers that, whatever is asked. */
export type Platform = { [Name in keyof typeof capabilities]: Lent<(typeof capabilities)[Name]> } & {
  actor: Actor
}

export function platformFor(ground: Ground, actor: Actor, refusal?: Refusal): Platform {
  return new LentTo(ground, actor, refusal) as unknown as Platform
}

/** A page asks two or three of hundreds of acts: what a capability does is lent when it is first asked for. */
class LentTo {
  readonly actor: Actor
  readonly #ground: Ground
  readonly #refusal: Refusal | undefined

  constructor(ground: Ground, actor: Actor, refusal: Refusal | undefined) {
    this.#ground = ground
    this.actor = actor
    this.#refusal = refusal
  }

  lend(name: string): Record<string, unknown> {
    const lent: Record<string, unknown> = {}
    for (const [actName, act] of actsByCapability.get(name) ?? [])
      lent[actName] = (asked: FormFields) =>
        this.#refusal ? Promise.reject(this.#refusal) : act(this.#ground, this.actor, asked)
    Object.defineProperty(this, name, { value: lent })
    return lent
  }
}

for (const name of Object.keys(capabilities))
  Object.defineProperty(LentTo.prototype, name, {
    get(this: LentTo) {
      return this.lend(name)
    },
  })

/** The acts of each capability; a door exports other things too, and those are not lent. */
export const actsByCapability = new Map(
  Object.entries(capabilities).map(
    ([name, door]) =>
      [
        name,
        new Map(
          Object.entries<unknown>(door).flatMap(([act, value]) => (isAct(value) ? [[act, value]] : [])),
        ),
      ] as const,
  ),
)

function isAct(value: unknown): value is AnyAct {
  return (
    typeof value === 'function' && 'kind' in value && (value.kind === 'command' || value.kind === 'query')
  )
}
