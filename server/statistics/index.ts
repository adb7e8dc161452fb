export { showStatistics } from './show-statistics.ts'
