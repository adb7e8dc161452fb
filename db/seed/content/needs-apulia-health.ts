import type { NeedContent } from './shape.ts'

export const apuliaHealthNeeds: NeedContent[] = [
  {
    key: 'need:ambulatorio-mobile',
    consultation: 'consultation:medico-vicino',
    language: 'it',
    title: 'Dalla campagna al medico sono diciotto chilometri a piedi',
    text: `Tra Rignano, San Severo e Foggia vivono in campagna alcune migliaia di persone, d’estate molte di più. Il medico più vicino è a diciotto chilometri. L’ambulatorio mobile passa quando c’è un progetto: tre mesi sì, cinque mesi no.

Al pronto soccorso vediamo arrivare quello che si poteva curare prima: diabete mai seguito, ferite infette, pressione altissima. Un giorno di ricovero costa come due settimane di ambulatorio mobile.

Serve un servizio stabile:
- due uscite alla settimana, negli stessi posti e alle stesse ore
- un medico, un’infermiera, una mediatrice
- la stessa cartella clinica dell’ospedale, così non si ricomincia ogni volta da capo`,
    territory: '071041',
    areas: ['health'],
    concerns: ['seasonal-workers', 'newcomers'],
    urgency: 'critical',
    sinceMonths: -40,
    tried: 'Tre progetti in cinque anni. Ogni volta si è persa la fiducia guadagnata.',
    author: 'person:petrosino',
    organisation: 'org:salute-tavoliere',
    supporters: {
      people: ['person:blessing', 'person:nucera', 'person:schirinzi'],
      organisations: ['org:largo-fico', 'org:lega-terra', 'org:casa-doina'],
    },
    postedDay: -69,
  },
  {
    key: 'need:mediatrice-ostetricia',
    consultation: 'consultation:medico-vicino',
    language: 'fr',
    title: 'Accoucher sans comprendre ce qu’on vous demande',
    text: `À la maternité, on a demandé à une femme de signer pour une césarienne. La personne qui traduisait au téléphone était son mari, qui parlait trois mots d’italien de plus qu’elle.

Les sages-femmes sont gentilles et débordées. Elles n’ont personne à appeler après 14 heures.

Une médiatrice présente le matin, et joignable par vidéo la nuit, pour la maternité et la pédiatrie : ce n’est pas un luxe, c’est de la sécurité.`,
    territory: '071024',
    areas: ['health', 'language'],
    concerns: ['women', 'families'],
    urgency: 'high',
    sinceMonths: -30,
    tried: 'Des bénévoles de la coopérative, appelées au hasard. Elles travaillent toutes ailleurs.',
    author: 'person:blessing',
    organisation: 'org:largo-fico',
    supporters: {
      people: ['person:petrosino', 'person:fatou'],
      organisations: ['org:salute-tavoliere', 'org:donne-palermo'],
    },
    postedDay: -66,
  },
  {
    key: 'need:medico-notte',
    consultation: 'consultation:medico-vicino',
    language: 'ro',
    title: 'Medicul de familie are program exact când muncim',
    text: `Cabinetul este deschis de la nouă la douăsprezece. Noi ieșim din casă la cinci și ne întoarcem la patru. Ca să mergem la medic pierdem o zi de plată, așa că nu mergem.

O dată pe săptămână până la opt seara ar fi destul. Sau sâmbăta dimineața, pe rând, câte un cabinet.`,
    territory: '072006',
    areas: ['health', 'work'],
    concerns: ['workers', 'women'],
    urgency: 'medium',
    sinceMonths: -20,
    tried: 'Am întrebat trei medici. Doi au spus că ar face-o dacă ar avea o asistentă plătită.',
    author: 'person:elena',
    organisation: 'org:casa-doina',
    supporters: { people: ['person:viorica', 'person:schirinzi'], organisations: ['org:largo-fico'] },
    postedDay: -63,
  },
  {
    key: 'need:tessera-sanitaria',
    consultation: 'consultation:medico-vicino',
    language: 'ar',
    title: 'البطاقة الصحية تنتهي مع العقد، والمرض لا ينتهي',
    text: `من يعمل بعقود قصيرة تتوقف بطاقته الصحية كلما انتهى العقد. من عنده سكري أو ضغط يبقى شهرين بلا دواء، ثم يبدأ الأوراق من جديد في مكتب آخر.

نطلب ألا تتوقف البطاقة بين عقد وآخر، وأن يستطيع الطبيب كتابة الدواء المزمن لثلاثة أشهر.`,
    territory: '071051',
    areas: ['health', 'documents'],
    concerns: ['seasonal-workers', 'newcomers'],
    urgency: 'high',
    sinceMonths: -26,
    author: 'person:youssef',
    organisation: 'org:campi-vittoria',
    supporters: {
      people: ['person:lamin', 'person:petrosino'],
      organisations: ['org:salute-tavoliere', 'org:lega-terra'],
    },
    postedDay: -60,
  },
  {
    key: 'need:stanchezza',
    consultation: 'consultation:medico-vicino',
    language: 'en',
    title: 'People do not say "depression", they say "I don’t sleep"',
    text: `In Nardò and around Lecce we meet young people who have not slept well for months. They do not ask for a psychologist. They ask for something to sleep, and somebody sells it to them.

We need a quiet place where you can talk without an appointment, with a person who knows how to listen in more than one language. Not in the hospital corridor with your name on the door.`,
    territory: '075052',
    areas: ['health', 'social-services'],
    concerns: ['young-people', 'newcomers'],
    urgency: 'high',
    sinceMonths: -24,
    tried: 'A listening group on Thursdays, 9 people on average, closed when the grant ended.',
    author: 'person:blessing',
    organisation: 'org:largo-fico',
    supporters: { people: ['person:kwame', 'person:petrosino'], organisations: ['org:salute-tavoliere'] },
    postedDay: -58,
  },
  {
    key: 'need:consultorio-orari',
    consultation: 'consultation:medico-vicino',
    language: 'it',
    title: 'Il consultorio c’è, ma chi lavora in campagna non lo sa',
    text: `Abbiamo chiesto a cinquanta donne se conoscevano il consultorio di Foggia. Otto sì. Di queste, tre erano entrate.

Non manca il servizio, manca la strada per arrivarci: un foglio in cinque lingue, un numero che risponde ai messaggi, un pomeriggio senza appuntamento.`,
    territory: '071024',
    areas: ['health'],
    concerns: ['women', 'families', 'young-people'],
    urgency: 'medium',
    sinceMonths: -18,
    author: 'person:schirinzi',
    organisation: 'org:largo-fico',
    supporters: {
      people: ['person:blessing', 'person:petrosino'],
      organisations: ['org:salute-tavoliere', 'org:casa-doina'],
    },
    postedDay: -55,
  },
  {
    key: 'need:farmaci-caldo',
    consultation: 'consultation:medico-vicino',
    language: 'fr',
    title: 'L’insuline ne tient pas à quarante degrés',
    text: `À Cerignola, des travailleurs qui ont besoin d’insuline la gardent dans une bouteille d’eau enterrée. Ils le savent, que cela ne suffit pas.

Il faudrait un réfrigérateur fermé à clé dans un lieu public, la pharmacie ou la caserne, ouvert tôt le matin. Cela coûte moins qu’une ambulance.`,
    territory: '071020',
    areas: ['health', 'work'],
    concerns: ['seasonal-workers'],
    urgency: 'medium',
    sinceMonths: -12,
    author: 'person:moussa',
    organisation: 'org:lega-terra',
    supporters: {
      people: ['person:nucera', 'person:blessing'],
      organisations: ['org:salute-tavoliere', 'org:largo-fico'],
    },
    postedDay: -50,
  },
]
