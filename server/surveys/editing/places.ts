import type { Cells } from '../xlsform/rows-of-form.ts'

/** The rows from a beginning to its end, or one row alone: `[first, after the last]`. */
export type Block = { from: number; to: number; parent: string; path: string }

/** Every item of the survey sheet with its rows, in the order of the sheet. */
export function blocksOf(rows: readonly Cells[]): Block[] {
  const blocks: Block[] = []
  const open: Block[] = []
  rows.forEach((row, index) => {
    const type = row['type'] ?? ''
    if (type.startsWith('end_')) {
      const begun = open.pop()
      if (begun) begun.to = index + 1
      return
    }
    const parent = open.at(-1)?.path ?? ''
    const name = row['name'] ?? ''
    const block = { from: index, to: index + 1, parent, path: parent === '' ? name : `${parent}/${name}` }
    blocks.push(block)
    if (type.startsWith('begin_')) open.push(block)
  })
  return blocks
}

/** An item moved one place up or down among those beside it, into the group before it, or out of its own; alike where it cannot. */
export function moved(rows: readonly Cells[], path: string, to: string): Cells[] {
  const blocks = blocksOf(rows)
  const block = blocks.find((each) => each.path === path)
  if (!block) return [...rows]
  const beside = blocks.filter(({ parent }) => parent === block.parent)
  const place = beside.indexOf(block)
  const before = beside[place - 1]
  const after = beside[place + 1]
  const around = blocks.find((each) => each.path === block.parent)
  if (to === 'up' && before) return placed(rows, block, before.from)
  if (to === 'down' && after) return placed(rows, block, after.to)
  if (to === 'in' && before && isBegin(rows[before.from])) return placed(rows, block, before.to - 1)
  if (to === 'out' && around) return placed(rows, block, around.to)
  return [...rows]
}

function placed(rows: readonly Cells[], { from, to }: Block, at: number): Cells[] {
  const block = rows.slice(from, to)
  return at <= from
    ? [...rows.slice(0, at), ...block, ...rows.slice(at, from), ...rows.slice(to)]
    : [...rows.slice(0, from), ...rows.slice(to, at), ...block, ...rows.slice(at)]
}

/** The row before which a new item goes: the end of a group, or of the form. */
export function endOf(rows: readonly Cells[], group: string | undefined): number | undefined {
  if (group === undefined) return rows.length
  const block = blocksOf(rows).find(({ path }) => path === group)
  return block && isBegin(rows[block.from]) ? block.to - 1 : undefined
}

function isBegin(row: Cells | undefined): boolean {
  return (row?.['type'] ?? '').startsWith('begin_')
}
