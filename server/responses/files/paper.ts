import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  type PDFRef,
  PDFStream,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { jpegWithoutSegments } from './jpeg-segments.ts'
import { RefusedFile } from './refused-file.ts'

const mostPages = 200
const mostUnpacked = 30_000_000

/** What a page is drawn from; what it does when it is opened, and what was noted of its making, is not. */
const pageKeys = new Set(
  'Type Parent MediaBox CropBox BleedBox TrimBox ArtBox Rotate UserUnit Resources Contents Group Annots'.split(
    ' ',
  ),
)
/** Marks on a page that one sees; links, sounds, films, files and forms that compute are not. */
const seenMarks = new Set(
  'Widget Highlight Underline StrikeOut Squiggly FreeText Ink Line Square Circle Polygon PolyLine Stamp'.split(
    ' ',
  ),
)
const markKeys = ['Rect', 'F', 'C', 'CA', 'BS', 'Border', 'QuadPoints', 'InkList'] as const
/** Anywhere below a page: what acts, what is attached, and what speaks of who made it. */
const unwanted =
  'Metadata PieceInfo LastModified AA A OpenAction JS JavaScript AF EmbeddedFiles EF Thumb StructParents StructParent B Dests PresSteps Alternates OPI Ref'.split(
    ' ',
  )

/**
 * A paper written anew with what its pages show, and nothing else: one revision, no script and nothing that acts, no file within,
 * no note of who made it, when and with what.
 */
export async function paperAnew(bytes: Uint8Array): Promise<Buffer> {
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-')
    throw new RefusedFile('file-is-not-what-it-says')
  if (unpacksTooLarge(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
    throw new RefusedFile('file-is-broken')
  const given = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true }).catch(broken)
  if (given.isEncrypted) throw new RefusedFile('file-is-locked')
  const pages = readPages(given)
  if (pages.length === 0 || pages.length > mostPages) throw new RefusedFile('file-is-broken')
  for (const { node } of pages) keepWhatIsSeen(node)
  const written = await PDFDocument.create({ updateMetadata: false })
  for (const page of await written.copyPages(given, given.getPageIndices()).catch(broken))
    written.addPage(page)
  // From a list: cleaning an object changes it where it stands.
  for (const [ref, object] of written.context.enumerateIndirectObjects()) clean(written, ref, object)
  return Buffer.from(
    await written.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false }),
  )
}

/**
 * Whether the parts that reading it must unpack (its lists of objects) come to more than any honest paper's. One that hides them from
 * this look is ended by the workshop, later.
 */
function unpacksTooLarge(bytes: Buffer): boolean {
  let left = mostUnpacked
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const before = bytes.toString('latin1', Math.max(0, at - 1000), at)
    if (!/\/(?:ObjStm|XRef)\b/.test(before.slice(before.lastIndexOf(' obj')))) continue
    const start = at + (bytes[at + 6] === 13 ? 8 : 7)
    try {
      left -= inflateSync(bytes.subarray(start), { maxOutputLength: Math.max(1, left) }).length
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return true
    }
  }
  return left < 0
}

function readPages(given: PDFDocument) {
  try {
    return given.getPages()
  } catch {
    return broken()
  }
}

/** Takes from a page all that copying it would bring along unseen: a form's field leads to every other page. */
function keepWhatIsSeen(page: PDFDict): void {
  for (const key of page.keys()) if (!pageKeys.has(key.decodeText())) page.delete(key)
  const marks = page.lookup(PDFName.of('Annots'))
  page.delete(PDFName.of('Annots'))
  if (!(marks instanceof PDFArray)) return
  const kept = marks.asArray().flatMap((mark) => {
    const found = page.context.lookup(mark)
    const shown = found instanceof PDFDict ? markShown(found) : undefined
    return shown ? [shown] : []
  })
  if (kept.length > 0) page.set(PDFName.of('Annots'), page.context.obj(kept))
}

/** A mark as its picture on the page, without its author, its hour, its words and its acts. */
function markShown(mark: PDFDict): PDFDict | undefined {
  const kind = mark.lookup(PDFName.of('Subtype'))
  if (!(kind instanceof PDFName) || !seenMarks.has(kind.decodeText())) return undefined
  const looks = mark.lookup(PDFName.of('AP'))
  const normal = looks instanceof PDFDict ? looks.get(PDFName.of('N')) : undefined
  const state = mark.lookup(PDFName.of('AS'))
  const found = normal && mark.context.lookup(normal)
  // A box to tick has a picture for each of its states.
  const look = found instanceof PDFDict && state instanceof PDFName ? found.get(state) : normal
  if (!look || !(mark.context.lookup(look) instanceof PDFStream)) return undefined
  // Not a field any more, of a form that is not there any more.
  const shown = mark.context.obj({ Type: 'Annot', Subtype: 'Stamp', AP: { N: look } })
  for (const key of markKeys) {
    const value = mark.get(PDFName.of(key))
    if (value) shown.set(PDFName.of(key), value)
  }
  return shown
}

function clean(written: PDFDocument, ref: PDFRef, object: PDFObject): void {
  const left: PDFObject[] = [object]
  const seen = new Set<PDFObject>()
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    if (next instanceof PDFArray) left.push(...next.asArray())
    const dict = next instanceof PDFStream ? next.dict : next
    if (!(dict instanceof PDFDict)) continue
    for (const key of unwanted) if (key !== 'A' || isAction(dict)) dict.delete(PDFName.of(key))
    left.push(...dict.values())
  }
  if (object instanceof PDFRawStream && isPhoto(object.dict)) {
    const contents = jpegWithoutSegments(Buffer.from(object.getContents()))
    written.context.assign(ref, PDFRawStream.of(object.dict, contents))
  }
}

/** `A` is an act where it has one; in a dictionary of something else it may be a number. */
function isAction(dict: PDFDict): boolean {
  return dict.lookup(PDFName.of('A')) instanceof PDFDict
}

function isPhoto(dict: PDFDict): boolean {
  const filter = dict.lookup(PDFName.of('Filter'))
  const last = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  return last === PDFName.of('DCTDecode')
}

function broken(): never {
  throw new RefusedFile('file-is-broken')
}
