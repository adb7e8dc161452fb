import type { NeedContent } from './shape.ts'

export const sicilyContractsNeeds: NeedContent[] = [
  {
    key: 'need:giornate',
    consultation: 'consultation:casa-lavoro',
    language: 'it',
    title: 'Lavoro venti giorni e ne trovo scritti sei',
    text: `È la cosa che sentiamo di più agli sportelli. La persona ha un contratto vero, lavora venti o ventidue giornate al mese, e sulla busta paga ne trova sei o sette. Le altre sono pagate in mano, meno del minimo, o non sono pagate.

Le giornate che mancano non sono solo soldi. Sono la disoccupazione agricola, la maternità, la malattia, e tutto quello che si chiede dimostrando di avere lavorato.

Serve un modo perché la persona veda ogni settimana, sul telefono e nella sua lingua, quante giornate l’azienda ha comunicato. Se le vede subito può dire subito che mancano, non un anno dopo.`,
    territory: '19',
    areas: ['work'],
    concerns: ['seasonal-workers', 'workers'],
    urgency: 'critical',
    sinceMonths: -60,
    tried:
      'Ogni anno apriamo circa 300 vertenze. Vengono chiuse in media dopo 22 mesi, quando la persona spesso è altrove.',
    author: 'person:nucera',
    organisation: 'org:lega-terra',
    supporters: {
      people: ['person:moussa', 'person:youssef', 'person:lamin', 'person:ahmed'],
      organisations: ['org:campi-vittoria', 'org:ninfea-catania', 'org:donne-palermo'],
    },
    postedDay: -149,
  },
  {
    key: 'need:busta-paga',
    consultation: 'consultation:casa-lavoro',
    language: 'bn',
    title: 'বেতনের কাগজ কেউ বুঝিয়ে দেয় না',
    text: `রেস্তোরাঁ ও দোকানে কাজ করি। মাসের শেষে একটা কাগজে সই করতে হয়। কাগজে অনেক ঘর, অনেক সংখ্যা। আমরা শুধু শেষের সংখ্যাটা দেখি।

পরে জানা যায়, চুক্তিতে লেখা চার ঘণ্টা, কাজ করেছি দশ ঘণ্টা।

একটা সহজ কাগজ দরকার, যেখানে বাংলায় লেখা থাকবে কোন ঘর মানে কী। আর সপ্তাহে একদিন সন্ধ্যায় একজন মানুষ, যাকে জিজ্ঞেস করা যায়।`,
    territory: '087015',
    areas: ['work', 'language'],
    concerns: ['workers'],
    urgency: 'high',
    sinceMonths: -24,
    tried: 'একজন ছাত্র রবিবারে বিনা পয়সায় বুঝিয়ে দিত। সে এখন অন্য শহরে।',
    author: 'person:tariq',
    organisation: 'org:ninfea-catania',
    supporters: {
      people: ['person:rafiq', 'person:rehana'],
      organisations: ['org:lega-terra', 'org:scuola-terrazza'],
    },
    postedDay: -142,
  },
  {
    key: 'need:badanti-ore',
    consultation: 'consultation:casa-lavoro',
    language: 'ro',
    title: 'Contract de cinci ore, muncă de douăzeci și patru',
    text: `Multe dintre noi îngrijim bătrâni la Palermo. În contract scrie 25 de ore pe săptămână. În realitate dormim acolo, ne trezim noaptea de trei ori, și duminica liberă este jumătate de duminică.

Familiile nu sunt rele. De multe ori nu au bani pentru mai mult și nu știu nici ele ce spune legea. Ne este rușine să cerem, pentru că bătrânul ne cheamă pe nume.

Am vrea un loc unde familia și îngrijitoarea să meargă împreună, să li se explice contractul, și un ajutor pentru familia care vrea să plătească corect.`,
    territory: '082053',
    areas: ['work', 'social-services'],
    concerns: ['women', 'workers'],
    urgency: 'high',
    sinceMonths: -44,
    tried: 'Am tradus noi contractul-tip în română și l-am împărțit la piață.',
    author: 'person:viorica',
    organisation: 'org:casa-doina',
    supporters: {
      people: ['person:elena', 'person:carmela', 'person:awa'],
      organisations: ['org:donne-palermo', 'org:lega-terra'],
    },
    postedDay: -136,
  },
  {
    key: 'need:contratto-lingua',
    consultation: 'consultation:casa-lavoro',
    language: 'ar',
    title: 'نوقع عقودا لا نستطيع قراءتها',
    text: `على مراكب الصيد في ماتزارا وفي معامل السمك يوقع الناس عقودا بالإيطالية في دقيقة واحدة. لا أحد يمنعهم من قراءتها، لكن القراءة وحدها لا تكفي لمن لا يعرف كلمات القانون.

نريد نموذجا من صفحة واحدة، بالإيطالية والعربية جنبا إلى جنب: كم ساعة، كم أجر الساعة، متى الراحة، ماذا لو مرضت.`,
    territory: '081012',
    areas: ['work', 'language', 'documents'],
    concerns: ['workers', 'newcomers'],
    urgency: 'medium',
    sinceMonths: -16,
    tried: 'ترجمنا عقدا واحدا مع متطوعة، واستعمله أربعون شخصا.',
    author: 'person:nadia',
    organisation: 'org:donne-palermo',
    supporters: {
      people: ['person:ahmed', 'person:youssef'],
      organisations: ['org:campi-vittoria', 'org:scuola-terrazza'],
    },
    postedDay: -134,
  },
  {
    key: 'need:acqua-ombra',
    consultation: 'consultation:casa-lavoro',
    language: 'it',
    title: 'Acqua, ombra e orari quando fa più di quaranta gradi',
    text: `La scorsa estate, ad Acate, dentro le serre sono stati misurati 47 gradi alle undici del mattino. L’ordinanza che ferma il lavoro nelle ore più calde vale nei campi aperti: per le serre non si capisce.

Chiediamo che si capisca:
- stop dalle 11 alle 16 anche in serra quando c’è l’allerta
- acqua fresca gratis, non venduta
- un posto all’ombra a meno di cinque minuti
- il recupero delle ore al mattino presto, così nessuno perde la giornata`,
    territory: '088001',
    areas: ['work', 'health'],
    concerns: ['seasonal-workers', 'workers'],
    urgency: 'critical',
    sinceMonths: -6,
    tried: 'Abbiamo portato noi l’acqua per tre settimane, con il furgone del sindacato.',
    author: 'person:nucera',
    organisation: 'org:lega-terra',
    supporters: {
      people: ['person:lamin', 'person:cusumano', 'person:antonio'],
      organisations: ['org:campi-vittoria', 'org:distretto-sociale', 'org:salute-tavoliere'],
    },
    postedDay: -112,
  },
  {
    key: 'need:medico-campi',
    consultation: 'consultation:casa-lavoro',
    language: 'en',
    title: 'The work doctor signs the paper without seeing us',
    text: `Before the season we must have a medical visit for work. In many farms the paper is already signed. Nobody looks at our eyes, our skin, our back.

In the greenhouses we spray products every week. Women who are pregnant do not know what they can touch. A real visit takes fifteen minutes. We can wait in line, we are used to it.`,
    territory: '088001',
    areas: ['health', 'work'],
    concerns: ['workers', 'women'],
    urgency: 'medium',
    sinceMonths: -20,
    author: 'person:lamin',
    organisation: 'org:campi-vittoria',
    supporters: { people: ['person:grace', 'person:youssef'], organisations: ['org:distretto-sociale'] },
    postedDay: -119,
  },
]
