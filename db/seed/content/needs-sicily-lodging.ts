import type { NeedContent } from './shape.ts'

export const sicilyLodgingNeeds: NeedContent[] = [
  {
    key: 'need:campobello-tende',
    consultation: 'consultation:casa-lavoro',
    language: 'it',
    title: 'Ogni autunno si dorme nelle tende per raccogliere le olive',
    text: `Quando comincia la raccolta delle olive, tra Campobello e Castelvetrano arrivano in poche settimane centinaia di persone. I posti letto organizzati sono meno di cento e aprono quando la raccolta è già iniziata. Gli altri dormono in tende, in case abbandonate, in macchina.

Come servizio sociale interveniamo sempre in emergenza: coperte, acqua, un bagno chimico. Spendiamo ogni anno quasi la stessa cifra che servirebbe per preparare i posti prima.

Quello che serve è poco e si sa già:
- posti letto pronti due settimane prima della raccolta, non due settimane dopo
- docce e una cucina, perché chi lavora dieci ore deve poter mangiare caldo
- una regola semplice per chi può entrare: basta il contratto o l’impegno dell’azienda

Non chiediamo un campo più grande. Chiediamo di non avere più il campo.`,
    territory: '081004',
    areas: ['housing', 'social-services'],
    concerns: ['seasonal-workers', 'newcomers'],
    urgency: 'critical',
    sinceMonths: -38,
    tried:
      'Abbiamo scritto ogni anno alla Prefettura e ai Comuni a settembre. Due anni fa è stato aperto un edificio con 60 posti, a metà novembre.',
    author: 'person:cusumano',
    organisation: 'org:distretto-sociale',
    supporters: {
      people: ['person:moussa', 'person:antonio', 'person:fatou'],
      organisations: ['org:campi-vittoria', 'org:lega-terra', 'org:donne-palermo'],
    },
    postedDay: -147,
  },
  {
    key: 'need:vittoria-serre',
    consultation: 'consultation:casa-lavoro',
    language: 'ar',
    title: 'عائلات تعيش داخل مخازن البيوت البلاستيكية',
    text: `نعمل في البيوت البلاستيكية حول فيتوريا طوال السنة وليس في موسم واحد فقط. كثير من العمال يسكنون مع عائلاتهم في مخازن الأدوات بجانب الحقل: لا ماء صالح للشرب، والكهرباء سلك ممدود من المضخة، ورائحة المبيدات في الغرفة.

المخزن مجاني في الظاهر، لكن أجر اليوم أقل بسببه. ومن يترك العمل يترك البيت في اليوم نفسه. لهذا لا أحد يشتكي.

نطلب بيوتا للإيجار في البلدة بعقد باسم العامل، لا باسم صاحب الأرض، وحافلة تجعل السكن في البلدة ممكنا.`,
    territory: '088012',
    areas: ['housing', 'work', 'health'],
    concerns: ['workers', 'families'],
    urgency: 'critical',
    sinceMonths: -60,
    tried: 'تحدثنا مع البلدية مرتين وجاء موظف لزيارة ثلاثة مخازن، ولم يحدث شيء بعد ذلك.',
    author: 'person:youssef',
    organisation: 'org:campi-vittoria',
    supporters: {
      people: ['person:ahmed', 'person:nadia', 'person:lamin'],
      organisations: ['org:donne-palermo', 'org:lega-terra', 'org:distretto-sociale'],
    },
    postedDay: -146,
  },
  {
    key: 'need:cassibile-primavera',
    consultation: 'consultation:casa-lavoro',
    language: 'en',
    title: 'The hostel for the potato harvest opens when the potatoes are almost finished',
    text: `In spring many of us go to Cassibile, near Siracusa, to pick potatoes. There is a hostel with prefabricated rooms. It is clean, and there is nothing to say against the people who run it. But last year it opened on 28 April and the work starts in March.

For six weeks people slept outside with a contract in their pocket. I want to say this clearly: they had a contract.

If the opening date depends on a tender, then please start the tender in October. The potatoes are never late.`,
    territory: '089017',
    areas: ['housing', 'work'],
    concerns: ['seasonal-workers'],
    urgency: 'high',
    sinceMonths: -26,
    tried: 'We wrote to the town hall and to the trade union. We were told that the money arrives late.',
    author: 'person:lamin',
    organisation: 'org:campi-vittoria',
    supporters: {
      people: ['person:grace', 'person:antonio'],
      organisations: ['org:stretto-studia', 'org:lega-terra'],
    },
    postedDay: -144,
  },
  {
    key: 'need:paterno-arance',
    consultation: 'consultation:casa-lavoro',
    language: 'fr',
    title: 'À Paternò, quatre mois d’oranges et aucun lit',
    text: `De novembre à février, les oranges de Paternò remplissent les camions. Ceux qui les cueillent dorment dans des baraques de tôle près des champs, sans eau et sans électricité, quand il fait deux degrés la nuit.

L’hiver dernier, plusieurs personnes ont été intoxiquées par des braseros allumés dans des baraques fermées. Personne n’est mort, et nous ne voulons pas attendre que quelqu’un meure pour en parler.

Il existe dans la commune au moins deux bâtiments publics vides. Nous demandons :
- un accueil saisonnier de novembre à février, payé à moitié par les entreprises
- un point d’eau et des toilettes tout de suite, sans attendre les lits
- une personne qui parle les langues des travailleurs, deux fois par semaine`,
    territory: '087033',
    areas: ['housing', 'health', 'social-services'],
    concerns: ['seasonal-workers', 'workers'],
    urgency: 'high',
    sinceMonths: -30,
    tried:
      'Distribution de couvertures avec des bénévoles. Une réunion avec la commune en décembre, sans suite.',
    author: 'person:moussa',
    organisation: 'org:lega-terra',
    supporters: {
      people: ['person:fatou', 'person:youssef'],
      organisations: ['org:campi-vittoria', 'org:ninfea-catania'],
    },
    postedDay: -143,
  },
  {
    key: 'need:licata-stanza',
    consultation: 'consultation:casa-lavoro',
    language: 'it',
    title: 'A Licata il posto letto costa come una casa',
    text: `Chi lavora nei meloni e nei pomodori paga 180 euro al mese per un posto in una stanza con altri cinque. In tutto la casa rende più di mille euro e non ha nemmeno l’acqua calda.

Non è un problema di soldi: chi ci abita, insieme, paga già il prezzo di un buon appartamento. È un problema di chi affitta e di nessuno che controlla.`,
    territory: '084021',
    areas: ['housing'],
    concerns: ['workers'],
    urgency: 'medium',
    sinceMonths: -14,
    author: 'person:nucera',
    organisation: 'org:lega-terra',
    supporters: { people: ['person:antonio'], organisations: ['org:campi-vittoria'] },
    postedDay: -131,
  },
  {
    key: 'need:imprese-alloggi',
    consultation: 'consultation:casa-lavoro',
    language: 'it',
    title: 'Noi imprese cerchiamo operai e non sappiamo dove farli dormire',
    text: `Parlo per aziende in regola, e sono la maggior parte di quelle che conosco. Quando serve gente in più per due mesi, la prima domanda che ci fanno è: dove dormo? Noi non possiamo trasformare un magazzino in casa, e fa bene la legge a vietarlo.

Alcuni di noi metterebbero una quota per ogni giornata di lavoro in un fondo per gli alloggi, se il fondo fosse di tutti e non della singola azienda. Così la casa non dipende dal padrone e noi non facciamo un mestiere che non è il nostro.

Ci servono regole uguali per tutti, e che chi non mette la quota non possa poi vendere a meno.`,
    territory: '088',
    areas: ['housing', 'work'],
    concerns: ['seasonal-workers', 'workers'],
    urgency: 'medium',
    sinceMonths: -24,
    tried:
      'Due stagioni fa tre aziende hanno affittato insieme una palazzina per la stagione. Ha funzionato, ma il contratto non si è potuto ripetere perché nessuno voleva intestarselo.',
    author: 'person:criscione',
    organisation: 'org:serre-iblee',
    supporters: { people: ['person:cusumano'], organisations: ['org:distretto-sociale'] },
    postedDay: -128,
  },
  {
    key: 'need:ragazzi-stagione',
    consultation: 'consultation:casa-lavoro',
    language: 'en',
    title: 'When you turn eighteen you lose the bed, and the only bed left is on the farm',
    text: `Some of the boys in our association grew up in a reception centre for minors. At eighteen they must leave, often in the middle of the school year. In Santa Croce the only place they find is a shack that comes together with a job.

So they stop school. A person who was learning to be an electrician ends up in the greenhouse, because the greenhouse has a roof.

Two or three shared flats, with somebody who passes by once a week, would be enough to let them finish.`,
    territory: '088010',
    areas: ['housing', 'documents', 'work'],
    concerns: ['young-people', 'newcomers'],
    urgency: 'high',
    sinceMonths: -10,
    author: 'person:lamin',
    organisation: 'org:campi-vittoria',
    supporters: {
      people: ['person:grace', 'person:mateo', 'person:youssef'],
      organisations: ['org:stretto-studia', 'org:scuola-terrazza'],
    },
    postedDay: -122,
  },
]
