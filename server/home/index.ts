export { showHome } from './show-home.ts'
