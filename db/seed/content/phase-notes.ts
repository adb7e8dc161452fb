import type { PhaseName, Words } from './shape.ts'

export const phaseNotes: Record<PhaseName, Words> = {
  listen: {
    it: 'Le organizzazioni scrivono i bisogni.',
    en: 'Organisations write their needs.',
    fr: 'Les organisations écrivent les besoins.',
    ar: 'تكتب المنظمات الاحتياجات.',
  },
  discuss: {
    it: 'Se ne parla insieme nella stanza.',
    en: 'They are talked through in the room.',
    fr: 'On en parle ensemble dans la salle.',
    ar: 'يدور الحديث عنها معا في الغرفة.',
  },
  propose: {
    it: 'I bisogni simili diventano proposte.',
    en: 'Similar needs become proposals.',
    fr: 'Les besoins semblables deviennent des propositions.',
    ar: 'تتحول الاحتياجات المتشابهة إلى مقترحات.',
  },
  decide: {
    it: 'Si vota, con voto palese.',
    en: 'The vote takes place, openly.',
    fr: 'On vote, à vote public.',
    ar: 'يجري التصويت علنا.',
  },
  answer: {
    it: 'L’ente responsabile risponde.',
    en: 'The responsible body answers.',
    fr: 'L’organisme responsable répond.',
    ar: 'تجيب الجهة المسؤولة.',
  },
  follow: {
    it: 'Si segue che cosa viene fatto.',
    en: 'What is done is followed.',
    fr: 'On suit ce qui est fait.',
    ar: 'تجري متابعة ما ينجز.',
  },
}
