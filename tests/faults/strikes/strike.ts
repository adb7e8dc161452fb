import type { Crowd } from '../clients/crowd.ts'
import type { Stage } from '../place/stage.ts'

/** What a fault strikes, and whether it is to be short. */
export type Run = { stage: Stage; crowd: Crowd; isShort: boolean }

export type Struck = {
  /** From when on everybody is to find their way back: the blow itself, or its end where nobody could before. */
  since: number
  /** Milliseconds until they must have, if not ten seconds. */
  within?: number
  /** The share of people who may take longer. */
  tolerated?: number
  /** What is still to be mended while they do. */
  mended?: Promise<void>
}

export type Fault = { id: string; what: string; strike(run: Run): Promise<Struck> }
