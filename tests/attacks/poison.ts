import { fieldsOf } from './valid-bodies.ts'
import type { z } from 'zod'

type Schema = ReturnType<typeof fieldsOf> & { items?: Schema; additionalProperties?: Schema | boolean }

// As text: written as an object, the first would set a prototype and not be sent.
const own = '"__proto__":{"polluted":true}'
const made = '"constructor":{"prototype":{"polluted":true}}'

/** Bodies of an act, as text, with what would reach the prototype of objects where somebody merges them: at their root, at every level, in place of each value, and in what is itself text of JSON. */
export function poisonedBodies(contract: z.ZodType, whole: Record<string, unknown>): string[] {
  const schema = fieldsOf(contract) as Schema
  const inner = JSON.stringify(whole).slice(1, -1)
  const andInner = inner === '' ? '' : `,${inner}`
  const documents = JSON.stringify(
    `{${own},"root":{${own},${made},"type":"root","children":[{${own},"type":"paragraph"}]}}`,
  )
  return [
    `{${own}${andInner}}`,
    `{${made}${andInner}}`,
    everyLevel(schema, '"a"'),
    everyLevel(schema, `{${own},${made}}`),
    everyLevel(schema, documents),
  ]
}

function everyLevel(schema: Schema, leaf: string): string {
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(
      ([name, each]) => `"${name}":${everyLevel(each as Schema, leaf)}`,
    )
    return `{${[own, made, ...fields].join(',')}}`
  }
  const [alternative] = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  if (alternative) return everyLevel(alternative, leaf)
  if (schema.items) return `[${everyLevel(schema.items, leaf)}]`
  if (typeof schema.additionalProperties === 'object')
    return `{${own},${made},"a":${everyLevel(schema.additionalProperties, leaf)}}`
  return leaf
}

/** Names of fields that would become paths, for addresses and for forms. */
export function poisonedNames(field: string): string[] {
  return [
    '__proto__',
    '__proto__[polluted]',
    'constructor[prototype][polluted]',
    'a[__proto__][polluted]',
    `${field}[__proto__][polluted]`,
    `${field}.__proto__.polluted`,
  ]
}
