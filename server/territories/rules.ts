/** Without accents, in lower case, and with hyphens, slashes and apostrophes as spaces: people type them in many ways. */
export function folded(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[-/'’‘ʼ´`\s]+/gu, ' ')
    .trim()
}

/** How a folded name answers what was asked: "calabria" is a later word of "reggio di calabria". */
export function nameFit(name: string, asked: string): 'whole' | 'start' | 'later-word' | 'none' {
  if (asked === '') return 'none'
  if (name === asked) return 'whole'
  if (name.startsWith(asked)) return 'start'
  return name.includes(` ${asked}`) ? 'later-word' : 'none'
}
