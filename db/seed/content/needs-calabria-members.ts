import type { NeedContent } from './shape.ts'

export const calabriaMembersNeeds: NeedContent[] = [
  {
    key: 'need:primo-posto-sicuro',
    consultation: 'consultation:senza-paura',
    language: 'it',
    title: 'Dopo la prima telefonata, dove dorme questa notte?',
    text: `Quando una persona decide di parlare, le ore che contano sono le prime. Oggi il posto sicuro si trova in media dopo nove giorni. In quei giorni la persona torna a dormire dove dormiva, da chi controllava il suo lavoro.

Servono pochi posti sempre liberi, in più di una provincia, che si aprono con una telefonata. Nessun indirizzo scritto in nessun documento pubblico, neanche nei nostri.`,
    territory: '18',
    areas: ['social-services', 'housing', 'work'],
    concerns: ['workers', 'women'],
    urgency: 'critical',
    sinceMonths: -40,
    tried: 'Abbiamo usato alberghi pagati dalle associazioni. Non è sicuro e non può durare.',
    author: 'person:nucera',
    organisation: 'org:lega-terra',
    supporters: {
      people: ['person:moussa', 'person:blessing'],
      organisations: ['org:largo-fico', 'org:campi-vittoria'],
    },
    postedDay: -24,
  },
  {
    key: 'need:una-sola-persona',
    consultation: 'consultation:senza-paura',
    language: 'fr',
    title: 'Raconter son histoire une seule fois',
    text: `Aujourd’hui, il faut la raconter au syndicat, puis à l’inspection, puis au service social, puis à l’avocat. À chaque fois avec un autre interprète, parfois du même village que celui qu’on accuse.

À la troisième fois, beaucoup s’arrêtent. Nous demandons une seule personne de référence et un interprète choisi par celui qui parle.`,
    territory: '18',
    areas: ['social-services', 'language'],
    concerns: ['workers', 'newcomers'],
    urgency: 'high',
    sinceMonths: -30,
    author: 'person:moussa',
    organisation: 'org:lega-terra',
    supporters: { people: ['person:nucera', 'person:lamin'], organisations: ['org:largo-fico'] },
    postedDay: -21,
  },
  {
    key: 'need:telefono-silenzioso',
    consultation: 'consultation:senza-paura',
    language: 'en',
    title: 'A number that does not look like a help number',
    text: `A phone can be checked by somebody else. The messages, the calls, the name of a page.

We ask for a way to write that leaves no trace on the phone, and that answers with something ordinary if another person reads it. The people who will use it should be asked how it must look, in a safe room, before it is built.`,
    territory: '18',
    areas: ['social-services', 'language', 'participation'],
    concerns: ['women', 'workers'],
    urgency: 'high',
    sinceMonths: -18,
    author: 'person:blessing',
    organisation: 'org:largo-fico',
    supporters: { people: ['person:schirinzi', 'person:lamin'], organisations: ['org:lega-terra'] },
    postedDay: -18,
  },
  {
    key: 'need:lavoro-dopo',
    consultation: 'consultation:senza-paura',
    language: 'ar',
    title: 'ماذا بعد الشكوى؟ من يتكلم يجب أن يجد عملا',
    text: `من يشتكي يخسر عمله في اليوم نفسه، ثم لا يشغله أحد في المنطقة. الحماية سرير وطعام، لكن الإنسان يريد أن يعمل ويرسل المال إلى أهله.

نطلب قائمة من الشركات المستعدة، في أقاليم أخرى أيضا، وتدريبا مدفوعا لثلاثة أشهر، دون أن يعرف أحد لماذا جاء.`,
    territory: '18',
    areas: ['work', 'training', 'housing'],
    concerns: ['workers'],
    urgency: 'medium',
    sinceMonths: -24,
    author: 'person:lamin',
    organisation: 'org:campi-vittoria',
    supporters: {
      people: ['person:moussa', 'person:blessing'],
      organisations: ['org:lega-terra', 'org:largo-fico'],
    },
    postedDay: -14,
  },
]
