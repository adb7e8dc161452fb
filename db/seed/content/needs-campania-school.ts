import type { NeedContent } from './shape.ts'

export const campaniaSchoolNeeds: NeedContent[] = [
  {
    key: 'need:iscrizione-febbraio',
    consultation: 'consultation:scuola-di-tutti',
    language: 'uk',
    title: 'Дитина чекала на місце в класі одинадцять тижнів',
    text: `Ми приїжджаємо не за шкільним календарем. Якщо родина приїхала в лютому, три школи поспіль відповідають: немає місць, спробуйте у вересні.

Дитина сидить удома, втрачає мову, якої ще не вивчила, і друзів, яких ще не знайшла. Мати не може шукати роботу.

Ми просимо:
- один номер телефону для всього міста, де знають, у якій школі є місце
- відповідь протягом двох тижнів
- людину, яка допоможе заповнити заяву`,
    territory: '063049',
    areas: ['school'],
    concerns: ['children', 'families', 'newcomers'],
    urgency: 'high',
    sinceMonths: -22,
    tried: 'Наші волонтерки обдзвонили 26 шкіл. Місце знайшлося у двадцять сьомій.',
    author: 'person:oksana',
    organisation: 'org:girasole-napoli',
    supporters: {
      people: ['person:iryna', 'person:capuano'],
      organisations: ['org:vento-pineta', 'org:stretto-studia'],
    },
    postedDay: -53,
  },
  {
    key: 'need:doppia-scuola',
    consultation: 'consultation:scuola-di-tutti',
    language: 'uk',
    title: 'Дві школи на день: вранці італійська, ввечері онлайн',
    text: `Багато підлітків закінчують уроки о другій, а о четвертій вмикають комп’ютер і вчаться ще чотири години, бо бояться втратити рік в обох країнах.

Вони виснажені. Було б добре, якби італійська школа могла зарахувати частину предметів, складених онлайн, хоча б мову й літературу.`,
    territory: '063049',
    areas: ['school', 'language'],
    concerns: ['students', 'young-people'],
    urgency: 'medium',
    sinceMonths: -30,
    tried: 'Дві школи зарахували оцінки за власним рішенням учителів. Загального правила немає.',
    author: 'person:iryna',
    organisation: 'org:girasole-napoli',
    supporters: { people: ['person:oksana'], organisations: ['org:vento-pineta'] },
    postedDay: -51,
  },
  {
    key: 'need:alfabeto',
    consultation: 'consultation:scuola-di-tutti',
    language: 'ar',
    title: 'طفل في الثانية عشرة في الصف ولا يفهم كلمة واحدة',
    text: `في إيبولي وباتيباليا أطفال يدخلون الصف حسب العمر، وهذا صحيح. لكنهم يبقون شهورا صامتين، لأن ساعتين من الإيطالية في الأسبوع لا تكفيان.

نقترح شهرين من الإيطالية كل صباح داخل المدرسة نفسها، مع الرياضة والموسيقى والغداء مع زملاء الصف، ثم الدخول الكامل.`,
    territory: '065050',
    areas: ['school', 'language'],
    concerns: ['children', 'newcomers'],
    urgency: 'high',
    sinceMonths: -18,
    tried: 'دروس بعد الظهر مع متطوعين، لكن الأطفال يصلون متعبين.',
    author: 'person:nadia',
    organisation: 'org:donne-palermo',
    supporters: {
      people: ['person:fatou', 'person:youssef'],
      organisations: ['org:vento-pineta', 'org:campi-vittoria'],
    },
    postedDay: -49,
  },
  {
    key: 'need:mensa-moduli',
    consultation: 'consultation:scuola-di-tutti',
    language: 'it',
    title: 'Quaranta bambini senza mensa per un modulo sbagliato',
    text: `Per la riduzione della mensa serve una domanda online, con l’identità digitale, entro il 30 settembre. L’anno scorso nella nostra scuola quaranta famiglie ne avevano diritto e non l’hanno fatta in tempo.

In segreteria siamo in due. Li conosciamo tutti, sappiamo chi ha diritto. Vorremmo poter fare la domanda con i genitori, a scuola, la mattina, e avere una seconda scadenza per chi arriva dopo.`,
    territory: '061027',
    areas: ['school', 'documents'],
    concerns: ['families', 'children'],
    urgency: 'medium',
    sinceMonths: -26,
    tried: 'Abbiamo aiutato 18 famiglie fuori orario.',
    author: 'person:capuano',
    organisation: 'org:vento-pineta',
    supporters: { people: ['person:iryna', 'person:oksana'], organisations: ['org:girasole-napoli'] },
    postedDay: -47,
  },
  {
    key: 'need:scuolabus-litorale',
    consultation: 'consultation:scuola-di-tutti',
    language: 'en',
    title: 'Along the coast road the school bus passes, but it does not stop',
    text: `In Castel Volturno the houses are spread along twenty-seven kilometres. The school bus follows the main road and stops where it stopped thirty years ago. Children walk on the edge of a road where cars go at ninety.

Some parents keep the small ones at home when it rains. It is not that they don’t care about school. They care about the road.`,
    territory: '061027',
    areas: ['school'],
    concerns: ['children', 'families'],
    urgency: 'high',
    sinceMonths: -40,
    tried: 'The school made a map of where pupils live now. Nobody has changed the stops yet.',
    author: 'person:grace',
    organisation: 'org:stretto-studia',
    supporters: { people: ['person:capuano', 'person:kwame'], organisations: ['org:vento-pineta'] },
    postedDay: -44,
  },
  {
    key: 'need:colloqui-interprete',
    consultation: 'consultation:scuola-di-tutti',
    language: 'uk',
    title: 'На батьківських зборах перекладає сама дитина',
    text: `Учителька каже, що син погано поводиться. Перекладає син. Ви розумієте, що я чую.

Чотири рази на рік, у дні зустрічей з батьками, потрібен перекладач. Можна один на три школи, можна відео.`,
    territory: '065116',
    areas: ['school', 'language'],
    concerns: ['families', 'children'],
    urgency: 'medium',
    sinceMonths: -20,
    author: 'person:oksana',
    organisation: 'org:girasole-napoli',
    supporters: { people: ['person:iryna', 'person:carmela'], organisations: ['org:vento-pineta'] },
    postedDay: -42,
  },
  {
    key: 'need:sostegno-diagnosi',
    consultation: 'consultation:scuola-di-tutti',
    language: 'it',
    title: 'Quando un bambino non parla, nessuno sa se è la lingua o altro',
    text: `Arrivano bambini che in classe non parlano. A volte è solo questione di tempo. A volte c’è una difficoltà che va riconosciuta presto. I test che usiamo sono in italiano e valgono per chi è cresciuto in italiano.

Così sbagliamo in due modi: diamo il sostegno a chi aveva bisogno di lingua, e facciamo aspettare anni chi aveva bisogno di sostegno.

Chiediamo una squadra, anche piccola, per tutta la provincia: neuropsichiatra, mediatrice, un’insegnante esperta.`,
    territory: '063049',
    areas: ['school', 'health', 'social-services'],
    concerns: ['children', 'families', 'people-with-disabilities'],
    urgency: 'critical',
    sinceMonths: -16,
    tried: 'Una valutazione con una mediatrice volontaria ha chiarito in un’ora un dubbio di due anni.',
    author: 'person:capuano',
    organisation: 'org:vento-pineta',
    supporters: {
      people: ['person:iryna', 'person:oksana', 'person:randazzo'],
      organisations: ['org:girasole-napoli', 'org:scuola-terrazza'],
    },
    postedDay: -40,
  },
  {
    key: 'need:pomeriggio-adolescenti',
    consultation: 'consultation:scuola-di-tutti',
    language: 'uk',
    title: 'Після уроків підліткам нема куди піти',
    text: `О другій школа зачиняється. Бібліотека працює до п’ятої двічі на тиждень. Решта часу це телефон і торговий центр.

Дайте нам ключ від спортзалу, і ми знайдемо тренера.`,
    territory: '063049',
    areas: ['school', 'participation'],
    concerns: ['young-people', 'students'],
    urgency: 'low',
    sinceMonths: -12,
    author: 'person:iryna',
    organisation: 'org:girasole-napoli',
    supporters: { people: ['person:oksana', 'person:mateo'], organisations: ['org:stretto-studia'] },
    postedDay: -37,
  },
]
