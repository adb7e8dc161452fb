import { audit } from './audit.ts'
import { hideComplement } from './complement.ts'
import { mayFollow } from './difference.ts'
import { alikeLines } from './homogeneity.ts'
import { linkCells, linkMargins } from './link.ts'
import { mergeMargins } from './merge-margins.ts'
import { hideInOneWay } from './one-way.ts'
import { smallCells } from './primary.ts'

/** The steps of disclosure control by name: a test takes one away and shows what then comes out. */
export const steps = {
  mergeMargins,
  alikeLines,
  smallCells,
  hideComplement,
  hideInOneWay,
  linkMargins,
  linkCells,
  audit,
  mayFollow,
}
export type Steps = typeof steps
