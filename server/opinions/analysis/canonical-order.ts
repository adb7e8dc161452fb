import { type Votes, columnOf, voteOf, cellOf } from './votes.ts'

/**
 * The same votes with statements by number and people by what they answered. Sums of floating point numbers depend on
 * their order, and so do random starts: from here on, neither knows in which order rows and columns came, nor what
 * people are called. Only people who answered all alike are told apart by their names, and they can change places.
 */
export function inCanonicalOrder(votes: Votes): Votes {
  const columns = orderOf(votes.statements.length, (one, other) =>
    byName(votes.statements[one]!, votes.statements[other]!),
  )
  const sorted = withColumns(votes, columns)
  const hashes = rowHashes(sorted)
  const rows = orderOf(
    votes.participants.length,
    (one, other) =>
      hashes[one]! - hashes[other]! ||
      byCells(sorted, one, other) ||
      byName(sorted.participants[one]!, sorted.participants[other]!),
  )
  return withRows(sorted, rows)
}

/** By value where both are whole numbers, else by code unit; whole numbers first. */
export function byName(one: string, other: string): number {
  const isNumber = /^\d{1,15}$/
  const [a, b] = [isNumber.test(one), isNumber.test(other)]
  if (a && b && Number(one) !== Number(other)) return Number(one) - Number(other)
  if (a !== b) return a ? -1 : 1
  return one < other ? -1 : one > other ? 1 : 0
}

function orderOf(length: number, compare: (one: number, other: number) => number): Uint32Array {
  return Uint32Array.from({ length }, (_, index) => index).sort(compare)
}

function withColumns(votes: Votes, order: Uint32Array): Votes {
  if (order.every((from, to) => from === to)) return votes
  const place = new Uint32Array(order.length)
  order.forEach((from, to) => (place[from] = to))
  const cells = votes.cells.map((cell) => cellOf(place[columnOf(cell)]!, voteOf(cell)))
  for (let row = 0; row + 1 < votes.starts.length; row++)
    cells.subarray(votes.starts[row], votes.starts[row + 1]).sort()
  return { ...votes, statements: [...order].map((from) => votes.statements[from]!), cells }
}

function withRows(votes: Votes, order: Uint32Array): Votes {
  const starts = new Uint32Array(order.length + 1)
  const cells = new Uint16Array(votes.cells.length)
  order.forEach((from, to) => {
    const row = votes.cells.subarray(votes.starts[from], votes.starts[from + 1])
    cells.set(row, starts[to])
    starts[to + 1] = starts[to]! + row.length
  })
  const { given } = votes
  return {
    participants: [...order].map((from) => votes.participants[from]!),
    statements: votes.statements,
    starts,
    cells,
    given: given === null ? null : [...order].map((from) => given[from]!),
  }
}

/** FNV-1a over each row's cells (Fowler, Noll, Vo): n numbers, so that most rows compare by one of them. */
function rowHashes(votes: Votes): Uint32Array {
  const hashes = new Uint32Array(votes.participants.length)
  for (let row = 0; row < hashes.length; row++) {
    let hash = 0x811c9dc5
    for (let at = votes.starts[row]!; at < votes.starts[row + 1]!; at++)
      hash = Math.imul(hash ^ votes.cells[at]!, 0x01000193)
    hashes[row] = hash
  }
  return hashes
}

function byCells(votes: Votes, one: number, other: number): number {
  const [a, b] = [votes.starts[one]!, votes.starts[other]!]
  const [lengthA, lengthB] = [votes.starts[one + 1]! - a, votes.starts[other + 1]! - b]
  for (let at = 0; at < lengthA && at < lengthB; at++) {
    const difference = votes.cells[a + at]! - votes.cells[b + at]!
    if (difference !== 0) return difference
  }
  return lengthA - lengthB
}
