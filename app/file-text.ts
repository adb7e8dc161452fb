/** A file that a form sent, as text that goes through every door; `''` where none was chosen. */
export async function base64Of(file: unknown): Promise<string> {
  if (typeof file === 'string') return file
  return file instanceof File ? Buffer.from(await file.arrayBuffer()).toString('base64') : ''
}
