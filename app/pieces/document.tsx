import { createElement } from 'react'
import type { ReactNode } from 'react'
import { textFormats } from '#server/documents/words.ts'
import type { BlockNode, InlineNode, ListNode, RichDocument } from '#server/documents/words.ts'
import { WrittenLink } from './written-link.tsx'

type DocumentBodyProps = {
  document: RichDocument
  /** The language it is written in, which need not be the page's. */
  language: string
  /** The level its own headings start from on this page. */
  headingLevel?: 2 | 3 | 4 | 5
}

/** What a person wrote, from the stored document alone. */
export function DocumentBody({ document, language, headingLevel = 2 }: DocumentBodyProps) {
  return (
    <div className="written" lang={language}>
      {document.root.children.map((block, index) => (
        <Block key={index} block={block} headingLevel={headingLevel} />
      ))}
    </div>
  )
}

// Each block finds its own direction: one need may hold a paragraph in Arabic and one in Italian.
function Block({ block, headingLevel }: { block: BlockNode; headingLevel: number }) {
  if (block.type === 'list') return <List list={block} />

  const level = block.type === 'heading' && block.tag === 'h3' ? headingLevel + 1 : headingLevel
  const tags = { paragraph: 'p', quote: 'blockquote', heading: `h${level}` }
  return createElement(tags[block.type], { dir: 'auto' }, <Inlines nodes={block.children} />)
}

function List({ list }: { list: ListNode }) {
  const items = list.children.map((item, index) => (
    <li key={index}>
      {item.children.map((child, place) =>
        child.type === 'list' ? <List key={place} list={child} /> : <Inline key={place} node={child} />,
      )}
    </li>
  ))
  return list.listType === 'number' ? (
    <ol dir="auto" start={list.start}>
      {items}
    </ol>
  ) : (
    <ul dir="auto">{items}</ul>
  )
}

function Inlines({ nodes }: { nodes: InlineNode[] }) {
  return (
    <>
      {nodes.map((node, index) => (
        <Inline key={index} node={node} />
      ))}
    </>
  )
}

function Inline({ node }: { node: InlineNode }) {
  if (node.type === 'linebreak') return <br />
  if (node.type === 'text') return <>{formatted(node.text, node.format ?? 0)}</>
  return (
    <WrittenLink href={node.url}>
      <Inlines nodes={node.children} />
    </WrittenLink>
  )
}

function formatted(text: string, format: number): ReactNode {
  const leaning = format & textFormats.italic ? <em>{text}</em> : text
  return format & textFormats.bold ? <strong>{leaning}</strong> : leaning
}
