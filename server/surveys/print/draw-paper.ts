import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { NodeCompiler as Compiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Paper } from './paper-of.ts'
import { template } from './template.ts'

const fonts = ['noto-sans', 'vazirmatn', 'noto-sans-bengali', 'noto-sans-gurmukhi', 'noto-sans-ethiopic']
let opened: Promise<Compiler> | undefined

/** The sheet as a PDF. Typst is loaded when somebody first prints: it is 80 MB that a platform without paper never needs. */
export async function drawPaper(paper: Paper): Promise<Buffer> {
  opened ??= open()
  const compiler = await opened
  try {
    return compiler.pdf({ mainFileContent: template, inputs: { data: JSON.stringify(paper) } })
  } finally {
    compiler.evictCache(5)
  }
}

async function open(): Promise<Compiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const resolve = createRequire(import.meta.url).resolve
  const folders = fonts.flatMap((font) => {
    const folder = dirname(resolve(`@expo-google-fonts/${font}/package.json`))
    return [`${folder}/400Regular`, `${folder}/600SemiBold`]
  })
  return NodeCompiler.create({ fontArgs: [{ fontPaths: folders }] })
}
