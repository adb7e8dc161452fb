/** What one document may weigh; a person's longest need is a tenth of it. */
export const documentLimits = { bytes: 64 * 1024, depth: 16, nodes: 2000, listLevels: 5, linkLength: 2000 }

/** The page's own title is the only h1. */
export const headingTags = ['h2', 'h3'] as const
type HeadingTag = (typeof headingTags)[number]

export const listTypes = ['bullet', 'number'] as const
export type ListType = (typeof listTypes)[number]

/** Bits of a text's format, as Lexical numbers them. */
export const textFormats = { bold: 1, italic: 2 }
export const everyFormat = textFormats.bold | textFormats.italic

export const linkSchemes = ['http:', 'https:', 'mailto:'] as const

/** Lexical's own words, fewest of them: what is stored, and what every reader of a document reads. */
export type TextNode = { type: 'text'; text: string; format?: number }
type LinebreakNode = { type: 'linebreak' }
export type LinkNode = { type: 'link'; url: string; children: TextNode[] }
export type InlineNode = TextNode | LinebreakNode | LinkNode
export type ListItemNode = { type: 'listitem'; children: (InlineNode | ListNode)[] }
export type ListNode = { type: 'list'; listType: ListType; start?: number; children: ListItemNode[] }
export type BlockNode =
  | { type: 'paragraph'; children: InlineNode[] }
  | { type: 'heading'; tag: HeadingTag; children: InlineNode[] }
  | { type: 'quote'; children: InlineNode[] }
  | ListNode
export type RichDocument = { root: { type: 'root'; children: BlockNode[] } }
