export { pagesOf } from './pages.ts'
