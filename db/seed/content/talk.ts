import type { TalkContent } from './shape.ts'

/** What happened around the messages of the main room: reactions, what was pinned and put aside, and recaps. */
export const talk: TalkContent = {
  room: 'room:casa-lavoro',
  reactions: [
    {
      to: 'message:casa-lavoro-198',
      kind: 'thanks',
      by: ['person:awa', 'person:youssef', 'person:tariq', 'person:nucera'],
    },
    { to: 'message:casa-lavoro-198', kind: 'important', by: ['person:ferrante', 'person:samira'] },
    {
      to: 'message:casa-lavoro-189',
      kind: 'agree',
      by: ['person:awa', 'person:criscione', 'person:moussa', 'person:carmela', 'person:viorica'],
    },
    { to: 'message:casa-lavoro-189', kind: 'question', by: ['person:fatou'] },
    { to: 'message:casa-lavoro-200', kind: 'thanks', by: ['person:awa', 'person:samira', 'person:youssef'] },
    { to: 'message:casa-lavoro-197', kind: 'idea', by: ['person:viorica'] },
  ],
  pinned: {
    message: 'message:casa-lavoro-189',
    by: 'person:ferrante',
    minute: 29428,
    words: 'Sono le bozze su cui si lavora.',
  },
  parked: {
    message: 'message:casa-lavoro-083',
    by: 'person:samira',
    minute: 7880,
    words: 'Il fondo di garanzia si discute quando arrivano i conti del 2025.',
  },
  recaps: [
    {
      key: 'recap:casa-lavoro-1',
      by: 'person:samira',
      minute: 15010,
      texts: [
        {
          language: 'it',
          text: 'Si parla degli autobus. Chi lavora di notte torna a casa a piedi, al buio. Chi comincia alle cinque non ha il bus. Il tavolo chiede orari come i turni di lavoro.',
        },
        {
          language: 'ar',
          text: 'نتحدث عن الحافلات. من يعمل ليلًا يعود إلى بيته مشيًا في الظلام. ومن يبدأ في الخامسة لا يجد حافلة. تطلب الطاولة مواعيد مثل مواعيد العمل.',
        },
      ],
    },
    {
      key: 'recap:casa-lavoro-2',
      by: 'person:samira',
      minute: 29432,
      texts: [
        {
          language: 'it',
          text: 'Le proposte sono sei: case per la stagione, autobus, affitto, busta paga, corsi, bollino per le imprese. Chi assiste le famiglie entra nella proposta sulla busta paga.',
        },
        {
          language: 'fr',
          text: 'Il y a six propositions : logements pour la saison, bus, loyer, fiche de paie, cours, label pour les entreprises. Les aides à domicile entrent dans la proposition sur la fiche de paie.',
        },
      ],
    },
  ],
}
