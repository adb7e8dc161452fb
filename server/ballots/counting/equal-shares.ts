import { comesBefore, type Prepared } from './prepared.ts'
import { Purchases, type Price } from './purchases.ts'

export const utilities = ['cost', 'cardinality'] as const
export type Utility = (typeof utilities)[number]

export type Bought = {
  project: number
  /** What each full payer pays: numerator over denominator, in units. */
  price: { numerator: bigint; denominator: bigint }
  /** Who pays the price, and who gives the less that they still have. */
  full: number[]
  rest: number[]
  /** Projects that were equally cheap for their supporters' utility, this one among them. */
  level: number[]
}

export type Shares = {
  bought: Bought[]
  spent: number
  /** What the supporters of a project have left together at the end. */
  leftFor: (project: number) => { numerator: bigint; denominator: bigint }
}

/** Between which whole numbers a price lies, in parts of a unit; `high` is infinite where it may be out of reach. */
type Between = { low: number; high: number }

/**
 * One run of the Method of Equal Shares (Peters and Skowron; Peters, Pierczyński and Skowron, "Proportional participatory
 * budgeting with additive utilities", 2021) with approvals. Everybody starts with the same money. Bought next is the project with the
 * smallest rho, where each supporter pays min(what they have, rho × utility) and the payments make its cost; until nothing can be
 * paid. Equal rho: more votes, then the lower cost, then the place in the list.
 *
 * Money is kept twice: exactly, as fractions, and as whole numbers of tiny parts of a unit that are known to be at most
 * `margin` off. A comparison that the margin leaves open is made again with the fractions, so no rounding ever decides.
 *
 * @param start everybody's money together, in units
 */
export function shareEqually(prepared: Prepared, start: number, utility: Utility): Shares {
  const { budget, votes, supporters } = prepared
  const { projects } = budget
  const voters = budget.votes.length
  if (voters === 0) return { bought: [], spent: 0, leftFor: () => ({ numerator: 0n, denominator: 1n }) }
  const parts = Math.max(1, Math.floor(2 ** 50 / Math.max(start, 1)))
  const money = new Float64Array(voters).fill(Math.floor((start * parts) / voters))
  const isBroke = new Uint8Array(voters)
  const purchases = new Purchases(BigInt(start), voters)
  const placeBought = new Int32Array(projects.length).fill(-1)
  const bought: Bought[] = []
  let margin = 2
  let spent = 0

  const utilityOf = (project: number) => (utility === 'cost' ? (projects[project]?.cost ?? 1) : 1)
  // The price at which all payments make the cost if everybody had `more`. From below, every pass comes nearer: whoever has
  // less than the price gives all, and the others share what is missing.
  const priceWith = (project: number, more: number, atLeast: number): number => {
    const some = supporters[project] ?? new Int32Array()
    const target = (projects[project]?.cost ?? 0) * parts
    for (let price = atLeast; ;) {
      let given = 0
      let payers = 0
      let leastOfPayers = Number.POSITIVE_INFINITY
      for (let n = 0; n < some.length; n++) {
        const voter = some[n] ?? 0
        if (isBroke[voter] === 1) continue
        const has = (money[voter] ?? 0) + more
        if (has >= price) {
          payers++
          if (has < leastOfPayers) leastOfPayers = has
        } else if (has > 0) given += has
      }
      if (payers === 0) return Number.POSITIVE_INFINITY
      const next = (target - given) / payers
      if (next <= leastOfPayers) return next
      price = next
    }
  }
  const exactPrice = (
    project: number,
    { low, high }: Between,
  ): (Price & { poor: number[]; full: number[] }) | undefined => {
    const poor: number[] = []
    const full: number[] = []
    const unclear: number[] = []
    for (const voter of supporters[project] ?? []) {
      if (isBroke[voter] === 1) continue
      const has = money[voter] ?? 0
      if (has + margin < low) poor.push(voter)
      else if (has - margin > high) full.push(voter)
      else unclear.push(voter)
    }
    let missing =
      BigInt(projects[project]?.cost ?? 0) * purchases.denominator - purchases.left(poor.length, paidBy(poor))
    const exactly = unclear.map((voter) => ({ voter, has: purchases.left(1, paidBy([voter])) }))
    exactly.sort((a, b) => (a.has < b.has ? -1 : a.has > b.has ? 1 : 0))
    let payers = full.length + exactly.length
    for (const { voter, has } of exactly) {
      if (has * BigInt(payers) >= missing) {
        full.push(voter)
        continue
      }
      missing -= has
      payers--
      poor.push(voter)
    }
    return payers === 0 ? undefined : { numerator: missing, payers, poor, full }
  }
  function paidBy(some: readonly number[]): Int32Array {
    const paid = new Int32Array(purchases.size)
    for (const voter of some)
      for (const project of budget.votes[voter] ?? []) {
        const place = placeBought[project] ?? -1
        if (place >= 0) paid[place] = (paid[place] ?? 0) + 1
      }
    return paid
  }

  // Money only falls, so a project gets only dearer: what its rho was at least is a bound for ever.
  const least = Float64Array.from(projects, () => 0)
  const lowest = Float64Array.from(projects, () => 0)
  let open = projects.map((_, project) => project).filter((project) => (votes[project] ?? 0) > 0)
  for (;;) {
    open.sort((a, b) => (least[a] ?? 0) - (least[b] ?? 0))
    let bar = Number.POSITIVE_INFINITY
    const near: { project: number; between: Between }[] = []
    const beyond = new Set<number>()
    for (const project of open) {
      if ((least[project] ?? 0) > bar) break
      const root = priceWith(project, margin, lowest[project] ?? 0)
      if (root === Number.POSITIVE_INFINITY) {
        beyond.add(project)
        continue
      }
      const low = Math.max(0, Math.floor(root) - 1)
      lowest[project] = low
      // A hair more than the rounding of a division, on the safe side.
      least[project] = (low / utilityOf(project)) * (1 - 1e-12)
      if ((least[project] ?? 0) > bar) continue
      const high = Math.ceil(priceWith(project, -margin, low)) + 1
      near.push({ project, between: { low, high } })
      bar = Math.min(bar, (high / utilityOf(project)) * (1 + 1e-12))
    }
    const priced = near
      .filter(({ project }) => (least[project] ?? 0) <= bar)
      .flatMap(({ project, between }) => {
        const price = exactPrice(project, between)
        if (!price) beyond.add(project)
        return price ? [{ project, ...price }] : []
      })
    if (beyond.size > 0) open = open.filter((project) => !beyond.has(project))
    if (priced.length === 0 && open.length > 0 && beyond.size > 0) continue
    const [first] = priced
    if (!first) break
    const rhoDiffers = (a: (typeof priced)[number], b: (typeof priced)[number]) =>
      a.numerator * BigInt(b.payers) * BigInt(utilityOf(b.project)) -
      b.numerator * BigInt(a.payers) * BigInt(utilityOf(a.project))
    const smallest = priced.reduce((a, b) => (rhoDiffers(b, a) < 0n ? b : a), first)
    const level = priced.filter((each) => rhoDiffers(each, smallest) === 0n)
    const chosen = level.reduce((a, b) => (comesBefore(prepared, b.project, a.project) ? b : a))

    const denominator = purchases.denominator * BigInt(chosen.payers)
    const approximate = Number((chosen.numerator * BigInt(parts)) / denominator)
    for (const voter of chosen.poor) isBroke[voter] = 1
    for (const voter of chosen.full) money[voter] = (money[voter] ?? 0) - approximate
    placeBought[chosen.project] = purchases.size
    purchases.add(chosen)
    margin++
    spent += projects[chosen.project]?.cost ?? 0
    open = open.filter((project) => project !== chosen.project)
    bought.push({
      project: chosen.project,
      price: { numerator: chosen.numerator, denominator },
      full: chosen.full,
      rest: chosen.poor,
      level: level.map(({ project }) => project),
    })
  }
  const leftFor = (project: number) => {
    const some = [...(supporters[project] ?? [])].filter((voter) => isBroke[voter] === 0)
    return { numerator: purchases.left(some.length, paidBy(some)), denominator: purchases.denominator }
  }
  return { bought, spent, leftFor }
}
