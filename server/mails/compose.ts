import { sentencesIn } from '../sentences.ts'
import type { MailAsked } from './contract.ts'

const sentences = sentencesIn('server/mails/texts')

/** The words of a mail, as text and as the simplest HTML that reads well in any client, right to left too. */
export function composeMail(asked: MailAsked): { subject: string; text: string; html: string } {
  const i18n = sentences(asked.language)
  const subject = i18n._(`${asked.kind}.subject`, asked.values)
  const text = `${i18n._(`${asked.kind}.text`, asked.values)}\n\n${i18n._('signature')}\n`
  const direction = asked.language === 'ar' ? 'rtl' : 'ltr'
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(asHtml).join('<br>')}</p>`)
  const html = `<!doctype html><html lang="${asked.language}" dir="${direction}"><head><meta charset="utf-8"><title>${escapeHtml(
    subject,
  )}</title></head><body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36em;margin:1em auto">${paragraphs.join('')}</body></html>`
  return { subject, text, html }
}

// Only a line that is nothing but an address is ours to make a link of; people's words never stand alone on a line.
function asHtml(line: string): string {
  const escaped = escapeHtml(line)
  return /^https?:\/\/\S+$/.test(line) ? `<a href="${escaped}">${escaped}</a>` : escaped
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
