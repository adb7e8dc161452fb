import type { Highs, Model } from 'highs'
import type { System } from './known.ts'

export type Range = { least: number; most: number }

export type Bounds = {
  /** The least and the most that a hidden cell can be, with another one known or not. */
  of: (at: number, known?: { cell: number; count: number }) => Range
  /** How far apart a cell was seen in answers, the truth among them, where another one was as it is. */
  seenWith: (at: number, known: { cell: number; count: number }) => Range
  dispose: () => void
}

let loading: Promise<Highs> | undefined

/** The solver (HiGHS, 3.5 MB) is loaded only when something is to be audited. One model serves all questions about a system. */
export async function openBounds(system: System): Promise<Bounds> {
  loading ??= import('highs').then(({ default: load }) => load())
  const highs = await loading
  return boundsOf(system, highs, modelOf(system, highs))
}

function modelOf({ hidden, known, variables }: System, highs: Highs): Model {
  const rows = [...hidden, ...known]
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { terms } of rows) {
    for (const [variable, factor] of terms) {
      indices.push(variable)
      values.push(factor)
    }
    starts.push(indices.length)
  }
  const bound = (value: number) => (value === Infinity ? highs.infinity : value)
  const model = highs.createModel({
    numCols: variables,
    numRows: rows.length,
    colCost: new Float64Array(variables),
    colLower: new Float64Array(variables),
    colUpper: new Float64Array(variables).fill(highs.infinity),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => bound(upper)),
    matrix: { format: 'csr', numRows: rows.length, numCols: variables, starts, indices, values },
  })
  // Each answer starts from the one before, which looking for a smaller model would throw away.
  model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' })
  return model
}

function boundsOf({ hidden }: System, highs: Highs, model: Model): Bounds {
  const answers: Float64Array[] = [Float64Array.from(hidden, ({ count }) => count)]

  function extreme(at: number, sense: 1 | -1): number {
    for (const [variable] of hidden[at]!.terms) model.changeColCost(variable, sense)
    model.run()
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
      throw new Error(`The audit ended with status ${model.getModelStatus()}`)
    const found = model.getSolution().rowValue.slice(0, hidden.length)
    for (const [variable] of hidden[at]!.terms) model.changeColCost(variable, 0)
    answers.push(found)
    return found[at]!
  }

  const range = (at: number): Range => ({ least: extreme(at, 1), most: extreme(at, -1) })

  return {
    of: (at, known) => {
      if (!known) return range(at)
      model.changeRowBounds(known.cell, known.count, known.count)
      try {
        return range(at)
      } finally {
        model.changeRowBounds(known.cell, 0, highs.infinity)
      }
    },
    seenWith: (at, { cell, count }) => {
      let [least, most] = [Infinity, -Infinity]
      for (const answer of answers) {
        if (Math.abs(answer[cell]! - count) > 1e-6) continue
        least = Math.min(least, answer[at]!)
        most = Math.max(most, answer[at]!)
      }
      return { least, most }
    },
    dispose: () => model.dispose(),
  }
}
