export { acceptDocument } from './accept-document.ts'
export { plainTextOf, textOf } from './words.ts'
