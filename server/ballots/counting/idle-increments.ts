import type { Shares, Utility } from './equal-shares.ts'
import { comesBefore, type Prepared } from './prepared.ts'

/** Beyond so many pairs of voter and project each step is run: with so many voters few steps are needed. */
const worthIt = 50_000

/**
 * How many times 1 may be added to everybody's money until a run can come out otherwise: at least 1, the step of `add1`.
 *
 * As long as the same projects are bought in the same order and the same voters give all they have, everybody's money and every
 * price are linear in the number of steps, x. Each comparison that the run made then holds up to some x, which is found exactly;
 * the smallest of them is how long nothing changes. Few voters with much money would else need millions of equal runs.
 *
 * @param start everybody's money together in the run that led to `shares`, in units
 */
export function idleIncrements(prepared: Prepared, start: number, shares: Shares, utility: Utility): number {
  const { budget, supporters } = prepared
  const { projects, unitsInCurrency } = budget
  const voters = budget.votes.length
  if (voters * projects.length > worthIt) return 1
  // Money of a voter after x steps: (fixed + growing × x) ÷ below.
  let below = BigInt(voters)
  let fixed = budget.votes.map(() => BigInt(start))
  let growing = budget.votes.map(() => BigInt(voters * unitsInCurrency))
  let idle: bigint | undefined
  /** Notes up to which x a + b × x stays at zero or more; more than zero where `strictly`. */
  const holds = (a: bigint, b: bigint, strictly = false) => {
    if (b >= 0n) return
    const most = (strictly ? a - 1n : a) / -b
    if (idle === undefined || most < idle) idle = most
  }
  const priceOf = (project: number) => {
    const members = [...(supporters[project] ?? [])].sort((a, b) => {
      const differs = (fixed[a] ?? 0n) - (fixed[b] ?? 0n)
      return differs < 0n ? -1 : differs > 0n ? 1 : 0
    })
    const cost = BigInt(projects[project]?.cost ?? 0) * below
    const all = sumOf(members, fixed)
    if (all < cost) {
      holds(cost - all, -sumOf(members, growing), true)
      return undefined
    }
    let payers = BigInt(members.length)
    let missing = cost
    let falling = 0n
    let poor = 0
    for (const voter of members) {
      if ((fixed[voter] ?? 0n) * payers >= missing) break
      missing -= fixed[voter] ?? 0n
      falling -= growing[voter] ?? 0n
      payers--
      poor++
    }
    for (const [place, voter] of members.entries()) {
      const a = (fixed[voter] ?? 0n) * payers - missing
      const b = (growing[voter] ?? 0n) * payers - falling
      if (place < poor) holds(-a, -b)
      else holds(a, b)
    }
    return { missing, falling, payers, poor: new Set(members.slice(0, poor)), members: new Set(members) }
  }
  const utilityOf = (project: number) => (utility === 'cost' ? BigInt(projects[project]?.cost ?? 1) : 1n)

  let open = [...projects.keys()].filter((project) => (prepared.votes[project] ?? 0) > 0)
  for (const { project: chosen } of shares.bought) {
    const prices = new Map(open.map((project) => [project, priceOf(project)]))
    const price = prices.get(chosen)
    if (!price) return 1
    for (const [project, other] of prices) {
      if (!other || project === chosen) continue
      const mine = other.payers * utilityOf(project)
      const its = price.payers * utilityOf(chosen)
      holds(
        other.missing * its - price.missing * mine,
        other.falling * its - price.falling * mine,
        comesBefore(prepared, project, chosen),
      )
    }
    // Who cannot be afforded now never can be later in this run.
    open = open.filter((project) => project !== chosen && prices.get(project) !== undefined)
    const { missing, falling, payers, poor, members } = price
    const after = (money: readonly bigint[], paid: bigint) =>
      money.map((has, voter) =>
        poor.has(voter) ? 0n : members.has(voter) ? has * payers - paid : has * payers,
      )
    fixed = after(fixed, missing)
    growing = after(growing, falling)
    below *= payers
  }
  // What is left could not be paid, so each of these notes how long that holds.
  for (const project of open) if (priceOf(project)) return 1
  return Number((idle ?? 0n) + 1n)
}

function sumOf(members: readonly number[], money: readonly bigint[]): bigint {
  return members.reduce((sum, voter) => sum + (money[voter] ?? 0n), 0n)
}
