import { extname } from 'node:path'
import { Unreadable } from '../../../unreadable.ts'
import type { Election } from '../election.ts'
import type { BallotFile } from './ballot-file.ts'
import { readBlt } from './blt.ts'
import { readCommaSeparated, type CellKind } from './comma-separated.ts'
import { readDebian } from './debian.ts'
import { readPrefLib } from './preflib.ts'

/** Reads the papers of a file by what its name ends with; a `.txt` must be a tally sheet of Debian. */
export function readElection(given: BallotFile, cells: CellKind): Election {
  const ending = extname(given.file).slice(1).toLowerCase()
  switch (ending) {
    case 'blt':
      return readBlt(given)
    case 'soc':
    case 'soi':
    case 'toc':
    case 'toi':
      return readPrefLib(given, ending)
    case 'csv':
      return readCommaSeparated(given, cells)
    case 'txt':
    case 'tally':
      return readDebian(given)
    default:
      throw new Unreadable(
        given.file,
        'only .blt, .soc, .soi, .toc, .toi, .csv, .txt (Debian) and .pb files are read',
      )
  }
}
