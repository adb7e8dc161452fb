export { showDemo } from './show-demo.ts'
