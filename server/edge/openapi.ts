import { z } from 'zod'
import { actsByCapability } from '../platform.ts'
import { statusOfKind } from '../refusal.ts'

/** The description of the JSON door, made from the contracts themselves: it cannot say anything else than they do. */
export function openApi(origin: string): object {
  const paths: Record<string, object> = {}
  for (const [capability, acts] of actsByCapability) {
    for (const [name, act] of acts) {
      const path = `/${capability}/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
      const schema = z.toJSONSchema(act.contract, {
        io: 'input',
        unrepresentable: 'any',
        target: 'draft-2020-12',
      })
      const { $schema: _, ...asked } = schema
      paths[path] =
        act.kind === 'command'
          ? {
              post: {
                ...operation(capability, name),
                requestBody: { required: true, content: { 'application/json': { schema: asked } } },
              },
            }
          : { get: { ...operation(capability, name), parameters: parameters(asked) } }
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tavolo', version: '1', license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: `${origin}/api/v1` }],
    paths,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-tavolo' } } },
  }
}

function operation(capability: string, name: string): object {
  const refused = {
    description: 'Refused: a kind, a reason, and a reason for each field',
    content: { 'application/json': { schema: refusal } },
  }
  return {
    operationId: `${capability}.${name}`,
    tags: [capability],
    security: [{ session: [] }, {}],
    responses: {
      200: {
        description: 'Done; after the commit',
        content: {
          'application/json': {
            schema: { type: 'object', properties: { answer: {} }, required: ['answer'] },
          },
        },
      },
      ...Object.fromEntries(Object.values(statusOfKind).map((status) => [status, refused])),
      503: {
        description: 'Could not be done now; try again',
        content: { 'application/json': { schema: refusal } },
      },
    },
  }
}

const refusal = {
  type: 'object',
  properties: {
    refusal: {
      type: 'object',
      properties: { kind: { type: 'string' }, reason: { type: 'string' }, fields: { type: 'object' } },
      required: ['kind', 'reason', 'fields'],
    },
  },
  required: ['refusal'],
}

function parameters(asked: Record<string, unknown>): object[] {
  const needed = new Set((asked['required'] as string[] | undefined) ?? [])
  const properties = (asked['properties'] as Record<string, object> | undefined) ?? {}
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: needed.has(name),
    schema,
  }))
}
