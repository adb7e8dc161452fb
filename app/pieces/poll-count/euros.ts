/** Amounts of euros, with cents only where there are some, and always with groups of three: they stand under each other. */
export function euros(locale: string): Intl.NumberFormat {
  return new Intl.NumberFormat(`${locale}-u-nu-latn`, {
    style: 'currency',
    currency: 'EUR',
    useGrouping: 'always',
    trailingZeroDisplay: 'stripIfInteger',
  })
}
