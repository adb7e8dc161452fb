import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'

/** Where the spreadsheet is on this machine; nothing where it is not. */
export const libreOffice = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)))
  .find((path) => existsSync(path))

/** UTF-8, from the first line; whatever looks like a formula is one, in quotes too. */
const opening = '--infilter=CSV:44,34,76,1'
/** Every sheet, each cell as it is shown. */
const saving = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'

/** What each sheet of each file shows once the spreadsheet has opened and computed it. */
export async function shownBySpreadsheet(
  files: readonly Uint8Array[],
  kind: 'csv' | 'xlsx',
): Promise<string[][][][]> {
  if (!libreOffice) throw new Error('There is no LibreOffice here')
  const folder = mkdtempSync(join(tmpdir(), 'tavolo-sheets-'))
  try {
    const paths = files.map((bytes, index) => {
      const path = join(folder, `file${index}.${kind}`)
      writeFileSync(path, bytes)
      return path
    })
    const { stdout } = await promisify(execFile)(
      libreOffice,
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        ...(kind === 'csv' ? [opening] : []),
        '--convert-to',
        saving,
        '--outdir',
        join(folder, 'out'),
        ...paths,
      ],
      { timeout: 120_000 },
    )
    const written = [...stdout.matchAll(/^Writing sheet .*? -> (.+\.csv)$/gm)].map(([, path = '']) => path)
    return paths.map((_, index) =>
      written
        .filter((path) => basename(path).startsWith(`file${index}-`))
        .map((path) => parse(readFileSync(path, 'utf8'), { bom: true, relax_column_count: true })),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
