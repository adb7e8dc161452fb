export { readSheet } from './read-sheet.ts'
export { showSheet } from './show-sheet.ts'
