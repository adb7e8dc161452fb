import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export function electionFile(name: string): { file: string; text: string } {
  return { file: name, text: readFileSync(electionPath(name), 'utf8') }
}

export function electionPath(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url))
}

/** Burlington, Vermont, mayor 2009: papers by the order of the three leading names; all other names taken out. */
const burlington: Record<string, number> = {
  'Montroll>Kiss>Wright': 1332,
  'Montroll>Wright>Kiss': 767,
  Montroll: 455,
  'Kiss>Montroll>Wright': 2043,
  'Kiss>Wright>Montroll': 371,
  Kiss: 568,
  'Wright>Montroll>Kiss': 1513,
  'Wright>Kiss>Montroll': 495,
  Wright: 1289,
}

export function burlingtonBlt(): string {
  const names = ['Montroll', 'Kiss', 'Wright']
  const papers = Object.entries(burlington).map(
    ([order, weight]) =>
      `${weight} ${order
        .split('>')
        .map((name) => names.indexOf(name) + 1)
        .join(' ')} 0`,
  )
  return ['3 1', ...papers, '0', ...names.map((name) => `"${name}"`), '"Burlington 2009"', ''].join('\n')
}
