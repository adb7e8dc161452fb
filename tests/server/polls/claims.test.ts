import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PO from 'pofile'
import { expect, test } from 'vitest'
import { projectRoot } from '#db/root.ts'

const languages = ['it', 'en', 'fr', 'ar'] as const

function sentences(folder: string, language: string): Map<string, string> {
  const po = PO.parse(readFileSync(join(projectRoot(), folder, `${language}.po`), 'utf8'))
  return new Map(po.items.map(({ msgid, msgstr }) => [msgid, msgstr[0] ?? '']))
}

/** What no vote here may be called: more than its tiers give. */
const banned = {
  it: /segret(?!eria)|anonim|end[- ]to[- ]end|verificabil|inviolabil|blockchain|certificat|GDPR|a prova di/i,
  en: /secret(?!ar)|anonym|end[- ]to[- ]end|verifiab|tamper|blockchain|certified|GDPR|coercion|receipt-free|suitable for elections/i,
  fr: /secret(?!ar)|anonym|bout en bout|vérifiable|inviolable|blockchain|certifié|RGPD/i,
  ar: /مجهول|تصويت سري|سرية تامة|بلوك ?تشين|معتمد رسمي/,
} as const

test.each(languages)('no sentence on voting promises in %s what no tier gives', (language) => {
  for (const folder of ['app/i18n/polls', 'app/i18n/ballots', 'app/i18n/audit', 'server/mails/texts'])
    for (const [id, words] of sentences(folder, language))
      expect(banned[language].test(words) ? `${id}: ${words}` : '').toBe('')
})

test('a banned word would be found', () => {
  expect(banned.en.test('Your vote is secret and anonymous')).toBe(true)
  expect(banned.it.test('Il voto è segreto')).toBe(true)
})

/** Word by word: to add to them is to promise more, or less, than the tier gives. */
const promised = {
  it: [
    'Pubblico: tutti vedono come ha votato ogni associazione.',
    'Gli altri utenti, i moderatori e i funzionari non possono vedere il tuo voto. Gli amministratori tecnici del server potrebbero, se violassero le regole.',
  ],
  en: [
    'Public: everyone sees how each association voted.',
    'Other users, moderators and officials cannot see your vote. The technical administrators of the server could, if they broke the rules.',
  ],
  fr: [
    'Public : tout le monde voit comment chaque association a voté.',
    'Les autres utilisateurs, les modérateurs et les fonctionnaires ne peuvent pas voir votre vote. Les administrateurs techniques du serveur le pourraient, s’ils enfreignaient les règles.',
  ],
  ar: [
    'علني: الجميع يرون كيف صوّتت كل جمعية.',
    'لا يمكن للمستخدمين الآخرين ولا للمشرفين ولا للموظفين رؤية صوتك. أما المسؤولون التقنيون عن الخادم فيمكنهم ذلك إذا خالفوا القواعد.',
  ],
} as const

test.each(languages)(
  'the tiers are promised in %s in the words that are allowed, and no others',
  (language) => {
    const said = sentences('app/i18n/polls', language)
    expect([said.get('polls.tier.open.promise'), said.get('polls.tier.confidential.promise')]).toEqual(
      promised[language],
    )
  },
)

test('every claim names a test that exists', () => {
  const claims = readFileSync(join(projectRoot(), 'server/polls/CLAIMS.md'), 'utf8')
  const named = [...claims.matchAll(/^\| [^|]+ \| ([^|]+?) +\|$/gm)].map(([, name]) => name ?? '').slice(1)
  const tests = readdirSync(join(projectRoot(), 'tests/server'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:polls|ballots|audit)\/.*test\.ts$/.test(file))
    .map((file) => readFileSync(join(projectRoot(), 'tests/server', file), 'utf8'))
    .join('\n')
  expect(named.length).toBeGreaterThan(7)
  for (const name of named.filter((each) => !/^-+$/.test(each))) expect(tests).toContain(name)
})
