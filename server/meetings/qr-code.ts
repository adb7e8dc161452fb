import { encode } from 'uqr'

/** A QR code as one path of squares: the screen draws it as SVG, so it prints sharp at any size. */
export function qrCodeOf(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const path = data.map(runsOf).join('')
  return { size, path }
}

/** The dark runs of a row, each one rectangle. */
function runsOf(row: boolean[], y: number): string {
  const cells = row.map((isDark) => (isDark ? '#' : ' ')).join('')
  return [...cells.matchAll(/#+/g)]
    .map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
    .join('')
}
