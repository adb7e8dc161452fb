import { strFromU8, unzipSync } from 'fflate'

/** All that a workbook of ours consists of: no link to another book, no connection, no macro, no drawing. */
const ours =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/workbook\.xml\.rels|workbook\.xml|styles\.xml|sharedStrings\.xml|worksheets\/sheet\d+\.xml|worksheets\/_rels\/sheet\d+\.xml\.rels))$/

/** Elements and attributes by which a workbook computes, asks another program or leads elsewhere. Words cannot hold one: their < is escaped. */
const working =
  /<(?:\w+:)?(?:f|ddeLink|oleLink|externalReferences?|hyperlinks?|definedName|dataValidations?|conditionalFormatting|webPublishing)[\s>/]|TargetMode="External"/g

export type ReadWorkbook = { faults: string[]; sheets: string[][][] }

/** A workbook as its parts say: what is in it beside words and numbers, and every cell. */
export function readParts(bytes: Uint8Array): ReadWorkbook {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const)
  const faults = parts.flatMap(([name, xml]) => [
    ...(ours.test(name) ? [] : [`the part ${name}`]),
    ...[...xml.matchAll(working)].map(([found]) => `${found} in ${name}`),
  ])
  const texts = [
    ...(parts.find(([name]) => name === 'xl/sharedStrings.xml')?.[1] ?? '').matchAll(
      /<si><t[^>]*>([^<]*)<\/t><\/si>/g,
    ),
  ].map(([, text = '']) => wordsOf(text))
  const sheets = parts
    .filter(([name]) => name.startsWith('xl/worksheets/sheet'))
    .map(([name, xml]) =>
      [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => {
        const cells: string[] = []
        for (const [, column = '', kind, inner = ''] of row.matchAll(
          /<c r="([A-Z]+)\d+"(?: s="\d+")?(?: t="(\w+)")?(?:\/>|>(.*?)<\/c>)/gs,
        )) {
          const value = /^<v>([^<]*)<\/v>$/.exec(inner)?.[1]
          const isNumber = kind === undefined && value !== undefined && /^-?[\d.]+$/.test(value)
          const text = kind === 's' ? texts[Number(value)] : isNumber ? value : undefined
          if (text === undefined) faults.push(`a cell of another kind in ${name}: ${inner.slice(0, 100)}`)
          cells[placeOf(column)] = text ?? ''
        }
        return Array.from(cells, (cell) => cell ?? '')
      }),
    )
  return { faults, sheets }
}

/** XML reads every end of a line as one, and an escaped character of a workbook as itself. */
function wordsOf(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\r\n?/g, '\n')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function placeOf(column: string): number {
  return Array.from(column).reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
