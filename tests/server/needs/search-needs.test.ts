import { expect, test } from 'vitest'
import { listNeeds } from '#server/needs/index.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aWorld, guest } from '#tests/support/world.ts'

const texts: [title: string, plain: string, language: string][] = [
  ['Una città senza autobus', 'La perché dell’università è lontana.', 'it'],
  ['Contratti di affitto', 'Nessuno affitta la casa ai braccianti.', 'it'],
  ['لا حافلة إلى الحقول', 'نريد السكن قرب العمل', 'ar'],
  ['Потрібне житло', 'Родини шукають житла біля школи', 'uk'],
  ['রাস্তা অন্ধকার', 'রাতে বাড়ি ফেরা বিপজ্জনক', 'bn'],
  ['需要学习意大利语', '我们的孩子需要中文老师', 'zh'],
]

async function aLibrary() {
  const world = await aWorld()
  const author = await world.person()
  const { id: consultation } = await world.consultation()
  for (const [title, plain, language] of texts)
    await aNeed(world, { consultationId: consultation, author, title, plain, language })
  return async (q: string) => {
    const { needs } = await listNeeds(world.ground, guest, { consultation, q })
    return needs
      .map((need) => need.language)
      .sort()
      .join(' ')
  }
}

test.each([
  ['citta', 'it'],
  ['CITTÀ', 'it'],
  ['universita', 'it'],
  ['affitti', 'it'],
  ['bracciante', 'it'],
  ['"contratti di affitto"', 'it'],
  ['"affitto di contratti"', ''],
  ['affitto -braccianti', ''],
  ['autobus or braccianti', 'it it'],
  ['سكن', 'ar'],
  ['حافلة', 'ar'],
  ['житл', 'uk'],
  ['"родини шукають"', 'uk'],
  ['রাস্তা', 'bn'],
  ['বাড়ি', 'bn'],
  ['中文', 'zh'],
  ['意大利', 'zh'],
  ['"', ''],
  ['%', ''],
  ["città'; drop table needs; --", ''],
  ['.*', ''],
  ['(((', ''],
  ['\\m\\', ''],
])('a search for %s finds %s', async (q, found) => {
  expect(await (await aLibrary())(q)).toBe(found)
})
