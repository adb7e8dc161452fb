import { query } from '../query.ts'
import { ShowMap, type OutlineMap } from './contract.ts'
import { provinceOutlines, regionOutlines } from './outline.ts'

/** The five regions of the programme, or their provinces, ready to be drawn. */
export const showMap = query(ShowMap, async (_look, { level }): Promise<OutlineMap> =>
  level === 'region' ? regionOutlines() : provinceOutlines(),
)
