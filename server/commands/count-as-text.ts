import { ruleInWords, type BudgetResult, type Result, type ShareResult } from '../ballots/counting/index.ts'

/** What was decided, where a quorum or the question itself was asked about. */
type Outcome = { outcome?: string; median?: string | null }

/** A count as a person reads it at a terminal: who wins, each round, what was level, and by which rules. */
export function countAsText(result: Result & Outcome): string {
  const { method, seats, ballots, winners, order, rounds, pairwise, outcome, median } = result
  const lines = [
    `${method}, ${seats} ${seats === 1 ? 'seat' : 'seats'}, ${ballots} ballots`,
    ...(outcome ? [`Outcome: ${outcome}`] : []),
    ...(median ? [`Median: ${median}`] : []),
  ]
  if (order.length > 0)
    lines.push(
      `Elected: ${winners.length > 0 ? winners.join(', ') : 'nobody'}`,
      '',
      'Order:',
      ...order.map((group, place) => `  ${place + 1}. ${group.join(' = ')}`),
    )
  if (pairwise) lines.push('', ...pairTable(pairwise))
  for (const { round, votes, elected, excluded, exhausted, quota, transfer, keeps } of rounds) {
    lines.push('', `Round ${round}${quota === undefined ? '' : `, quota ${quota}`}`)
    if (transfer)
      lines.push(
        `  ${transfer.reason === 'surplus' ? 'Surplus' : 'Papers'} of ${transfer.from}${
          transfer.value === undefined ? '' : `, ${transfer.value} for each whole paper`
        }: ${transfer.to.map(({ name, votes: moved }) => `${name} +${moved}`).join(', ') || 'to nobody'}`,
      )
    if (keeps && keeps.length > 0)
      lines.push(
        `  Kept of each paper: ${keeps.map(({ name, votes: part }) => `${name} ${part}`).join(', ')}`,
      )
    const widest = Math.max(...votes.map(({ name }) => name.length), 9)
    const figures = votes.map(({ name, votes: each }) => ({ name, each: String(each) }))
    if (exhausted !== undefined) figures.push({ name: 'exhausted', each: String(exhausted) })
    const wide = Math.max(...figures.map(({ each }) => each.length))
    for (const { name, each } of figures) lines.push(`  ${name.padEnd(widest)}  ${each.padStart(wide)}`)
    if (elected.length > 0) lines.push(`  Elected: ${elected.join(', ')}`)
    if (excluded.length > 0) lines.push(`  Excluded: ${excluded.join(', ')}`)
  }
  return `${[...lines, ...tiesAndRules(result)].join('\n')}\n`
}

export function sharesAsText(result: (ShareResult | BudgetResult) & Outcome): string {
  const { method, funded, spent, budget, rounds, unfunded = [], outcome } = result
  const lines = [
    method === 'equal-shares'
      ? `Equal Shares, ${result.voters} voters, completion ${result.completion}, utility ${result.utility}`
      : `${method}, ${result.ballots} ballots`,
    ...(outcome ? [`Outcome: ${outcome}`] : []),
    `Funded: ${funded.length > 0 ? funded.join(', ') : 'nothing'}`,
    `Spent: ${spent} of ${budget}`,
  ]
  if (method === 'equal-shares')
    lines.push(
      `Everybody began with ${result.endowment.exact} (${result.endowment.amount})${
        result.increments > 0 ? `, after 1 was added ${result.increments} times` : ''
      }`,
    )
  for (const { round, project, name, cost, votes, each, paidFull, paidRest, spent: soFar } of rounds) {
    lines.push('', `Round ${round}: ${project} ${name}`, `  cost ${cost}, ${votes} votes`)
    if (each)
      lines.push(
        `  ${paidFull} paid ${each.exact} (${each.amount})${paidRest ? `, ${paidRest} gave what they still had` : ''}`,
      )
    lines.push(`  spent so far ${soFar}`)
  }
  if (unfunded.length > 0) lines.push('', 'Not funded:')
  for (const { project, name, cost, votes, why, has } of unfunded)
    lines.push(
      `  ${project} ${name}: cost ${cost}, ${votes} votes; ${whyNot[why]}${has ? ` (${has.amount})` : ''}`,
    )
  return `${[...lines, ...tiesAndRules(result)].join('\n')}\n`
}

const whyNot = {
  'no-votes': 'nobody voted for it',
  'over-what-was-left': 'it costs more than was left',
  'supporters-could-not-pay': 'its supporters had too little left together',
  'not-in-the-best-set': 'another set has more votes, or as many for less',
}

function pairTable({ candidates, preferred }: NonNullable<Result['pairwise']>): string[] {
  const widest = Math.max(...candidates.map((name) => name.length))
  const wide = Math.max(
    ...preferred.flat().map((each) => String(each).length),
    String(candidates.length).length,
  )
  const row = (title: string, cells: string[]) =>
    `  ${title.padEnd(widest + 4)}${cells.map((cell) => cell.padStart(wide + 2)).join('')}`
  return [
    'Papers that prefer the row to the column:',
    row(
      '',
      candidates.map((_, n) => String(n + 1)),
    ),
    ...candidates.map((name, a) =>
      row(
        `${String(a + 1).padStart(2)} ${name}`,
        (preferred[a] ?? []).map((each, b) => (a === b ? '·' : String(each))),
      ),
    ),
  ]
}

function tiesAndRules({
  ties,
  rules,
}: Pick<Result, 'rules'> & { ties: (Result['ties'][number] | ShareResult['ties'][number])[] }) {
  return [
    ...(ties.length > 0 ? ['', 'Level:'] : []),
    ...ties.map(
      ({ round, between, chosen, rule }) =>
        `  round ${round}: ${between.join(' = ')}; taken: ${chosen.join(', ')} (${rule})`,
    ),
    '',
    'Rules:',
    ...Object.entries(rules).map(([name, value]) => `  ${ruleInWords(name, value)}`),
  ]
}
