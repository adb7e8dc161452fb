import type { NeedContent } from './shape.ts'

export const interregionalMediationNeeds: NeedContent[] = [
  {
    key: 'need:mediatrice-contratti',
    consultation: 'consultation:mestiere-mediazione',
    language: 'ar',
    title: 'نعمل وسيطات منذ سنوات بعقود من ثلاثة أشهر',
    text: `في المستشفى والمدرسة والبلدية يطلبوننا عند الحاجة، بالساعة، وأحيانا بلا عقد. وبين مشروع ومشروع نبقى شهورا بلا عمل، وتضيع الثقة التي بنيناها مع العائلات.

الوساطة مهنة. نطلب أن يكون لها تعريف واحد وأجر واحد في الأقاليم الخمسة، وعقد لا يقل عن سنة.`,
    territory: '082053',
    areas: ['work', 'language', 'training'],
    concerns: ['women', 'workers'],
    urgency: 'high',
    sinceMonths: -60,
    tried: 'كتبنا رسالة مشتركة وقعت عليها وسيطات من ثلاثة أقاليم.',
    author: 'person:nadia',
    organisation: 'org:donne-palermo',
    supporters: { people: ['person:fatou', 'person:rehana'], organisations: ['org:casa-doina'] },
    postedDay: -63,
  },
  {
    key: 'need:titolo-cinque-regioni',
    consultation: 'consultation:mestiere-mediazione',
    language: 'ro',
    title: 'Diploma de mediator din Calabria nu e bună în Basilicata',
    text: `O colegă a făcut un curs de șase sute de ore într-o regiune. S-a mutat la o sută de kilometri și i s-a cerut să facă altul de la zero.

Cinci regiuni vecine pot recunoaște același curs. Nu costă bani, costă o semnătură.`,
    territory: '17',
    areas: ['training', 'documents', 'work'],
    concerns: ['workers', 'women'],
    urgency: 'medium',
    sinceMonths: -30,
    author: 'person:elena',
    organisation: 'org:casa-doina',
    supporters: { people: ['person:viorica'], organisations: ['org:lega-terra', 'org:donne-palermo'] },
    postedDay: -60,
  },
  {
    key: 'need:mediazione-notte',
    consultation: 'consultation:mestiere-mediazione',
    language: 'en',
    title: 'One list of interpreters for five regions, also at night',
    text: `At three in the morning a hospital calls the first number it finds. Sometimes it is me, and I do not speak that language.

There are enough of us, but every office has its own list. One shared list, by language and by hour, with video, and a fair price for the night.`,
    territory: '16',
    areas: ['health', 'language'],
    concerns: ['families', 'newcomers'],
    urgency: 'high',
    sinceMonths: -24,
    tried: 'We keep a sheet with 44 names. It is always out of date.',
    author: 'person:blessing',
    organisation: 'org:largo-fico',
    supporters: { people: ['person:schirinzi', 'person:petrosino'], organisations: ['org:salute-tavoliere'] },
    postedDay: -57,
  },
  {
    key: 'need:figli-interpreti',
    consultation: 'consultation:mestiere-mediazione',
    language: 'it',
    title: 'Mai più un figlio a tradurre dal medico',
    text: `Lo vediamo ogni settimana: un ragazzo manca da scuola perché deve accompagnare la madre a una visita e tradurre. A dodici anni ha dovuto spiegare a sua madre una diagnosi.

Serve una regola semplice, uguale nelle cinque regioni: negli uffici pubblici non traduce un minore. E, accanto alla regola, il mediatore.`,
    territory: '082053',
    areas: ['school', 'health', 'language'],
    concerns: ['children', 'families'],
    urgency: 'high',
    sinceMonths: -40,
    author: 'person:randazzo',
    organisation: 'org:scuola-terrazza',
    supporters: {
      people: ['person:carmela', 'person:capuano', 'person:oksana'],
      organisations: ['org:vento-pineta', 'org:girasole-napoli'],
    },
    postedDay: -52,
  },
]
