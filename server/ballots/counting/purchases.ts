/**
 * What was bought so far, exactly. The price that each full payer of a purchase pays is a fraction; each denominator is a
 * multiple of the one before, so that a sum over all of them takes one product and one difference each, in big integers.
 */
export class Purchases {
  /** Everybody's money at the start, as numerator over `voters`. */
  readonly #start: bigint
  readonly #numerators: bigint[] = []
  readonly #factors: bigint[] = []
  #denominator: bigint

  constructor(start: bigint, voters: number) {
    this.#start = start
    this.#denominator = BigInt(voters)
  }

  get size(): number {
    return this.#numerators.length
  }

  /** Of every money figure here. It grows with each purchase. */
  get denominator(): bigint {
    return this.#denominator
  }

  /**
   * The money left to some voters who are not yet broke, together.
   * @param voters how many they are
   * @param paid how many of them paid for each purchase
   * @returns numerator over `denominator`
   */
  left(voters: number, paid: ArrayLike<number>): bigint {
    let sum = BigInt(voters) * this.#start
    for (let n = 0; n < this.#numerators.length; n++) {
      sum *= this.#factors[n] ?? 1n
      const times = paid[n] ?? 0
      if (times > 0) sum -= BigInt(times) * (this.#numerators[n] ?? 0n)
    }
    return sum
  }

  add({ numerator, payers }: Price): void {
    const common = greatestCommonDivisor(numerator, BigInt(payers))
    const factor = BigInt(payers) / common
    this.#numerators.push(numerator / common)
    this.#factors.push(factor)
    this.#denominator *= factor
  }
}

/** What each full payer pays: `numerator` ÷ (`payers` × the denominator of the purchases before). */
export type Price = { numerator: bigint; payers: number }

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y > 0n) [x, y] = [y, x % y]
  return x
}

/** A fraction in its lowest terms, as text: "20/3", "7". */
export function inLowestTerms(numerator: bigint, denominator: bigint): string {
  const common = greatestCommonDivisor(numerator, denominator)
  const below = denominator / common
  return below === 1n ? String(numerator / common) : `${numerator / common}/${below}`
}

/** A fraction cut after some decimals, as text. */
export function inDecimals(numerator: bigint, denominator: bigint, decimals: number): string {
  const cut = (numerator * 10n ** BigInt(decimals)) / denominator
  const digits = String(cut).padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
