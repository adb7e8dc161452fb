import type { BalancedHand, HandShown } from './contract.ts'

/**
 * A suggestion for who might speak next: points of order stay first, then whoever has not spoken yet, then who has
 * spoken least; seats that are alike stay in the order of the queue. It never replaces the queue.
 */
export function balancedOrder(
  queue: readonly HandShown[],
  spoken: Readonly<Record<string, number>>,
): BalancedHand[] {
  const ranked = queue.map((hand, place) => ({ ...hand, place, heard: spoken[hand.seatId] }))
  const rankOf = ({ kind, heard }: (typeof ranked)[number]) =>
    kind === 'point-of-order' ? 0 : heard === undefined ? 1 : 2
  return ranked
    .toSorted(
      (one, other) =>
        rankOf(one) - rankOf(other) ||
        (rankOf(one) === 2 ? (one.heard ?? 0) - (other.heard ?? 0) : 0) ||
        one.place - other.place,
    )
    .map(({ seatId, kind, heard }) => ({
      seatId,
      because: kind === 'point-of-order' ? kind : heard === undefined ? 'first-time' : 'spoken-least',
    }))
}
