import { z } from 'zod'
import { documentLimits, everyFormat, headingTags, listTypes, safeLink, tidyDocument } from './words.ts'
import type { LooseNode, RichDocument as StoredDocument } from './words.ts'

/**
 * The two fields of a form that carries rich text. Only their length is read here: what is inside is read by
 * `acceptDocument`, which weighs before it parses.
 */
export const WrittenDocument = z.object({
  text: z.string().max(documentLimits.bytes).optional(),
  document: z.string().max(documentLimits.bytes).optional(),
})
export type WrittenDocument = z.infer<typeof WrittenDocument>

// Every key Lexical writes is named with the values our own editor can give it; any other key is refused.
const node = { version: z.literal(1).optional() }
const element = {
  ...node,
  direction: z.enum(['ltr', 'rtl']).nullish(),
  format: z.enum(['', 'left', 'start', 'center', 'right', 'end', 'justify']).optional(),
  indent: z.int().min(0).max(documentLimits.depth).optional(),
  textFormat: z.int().min(0).max(everyFormat).optional(),
  textStyle: z.literal('').optional(),
}

const TextNode = z.strictObject({
  ...node,
  type: z.literal('text'),
  text: z.string(),
  format: z.int().min(0).max(everyFormat).optional(),
  detail: z.int().min(0).max(3).optional(),
  mode: z.literal('normal').optional(),
  style: z.literal('').optional(),
})

const LinebreakNode = z.strictObject({ ...node, type: z.literal('linebreak') })

const LinkNode = z.strictObject({
  ...element,
  type: z.literal('link'),
  url: z.string().refine((url) => safeLink(url) !== undefined, { error: 'document-link' }),
  rel: z.enum(['noreferrer', 'noopener', 'noopener noreferrer']).nullish(),
  target: z.null().optional(),
  title: z.null().optional(),
  children: z.array(z.discriminatedUnion('type', [TextNode, LinebreakNode])),
})

const inlines = [TextNode, LinebreakNode, LinkNode] as const
const Inlines = z.array(z.discriminatedUnion('type', inlines))

const ListItemNode = z.strictObject({
  ...element,
  type: z.literal('listitem'),
  value: z.int().min(0).max(10_000).optional(),
  get children(): z.ZodType<LooseNode[]> {
    return z.array(z.discriminatedUnion('type', [...inlines, ListNode]))
  },
})

const ListNode = z.strictObject({
  ...element,
  type: z.literal('list'),
  listType: z.enum(listTypes),
  tag: z.enum(['ul', 'ol']).optional(),
  start: z.int().min(0).max(10_000).optional(),
  get children(): z.ZodType<LooseNode[]> {
    return z.array(ListItemNode)
  },
})

const BlockNode = z.discriminatedUnion('type', [
  z.strictObject({ ...element, type: z.literal('paragraph'), children: Inlines }),
  z.strictObject({ ...element, type: z.literal('heading'), tag: z.enum(headingTags), children: Inlines }),
  z.strictObject({ ...element, type: z.literal('quote'), children: Inlines }),
  ListNode,
])

/** Lexical's serialized state, or the stored form of it, read into the one form that is stored. */
export const RichDocument = z
  .strictObject({
    root: z.strictObject({ ...element, type: z.literal('root'), children: z.array(BlockNode) }),
  })
  .transform((loose): StoredDocument => tidyDocument(loose))
export type RichDocument = StoredDocument
