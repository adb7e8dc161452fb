import { ask, choices, together, yesNo, type TemplateRows } from './rows.ts'

/** What the people whom an association speaks for need, and what the association itself can do. */
export const associationNeeds: TemplateRows = {
  survey: [
    ...together(
      'association',
      ['La vostra associazione', 'Your association', 'Votre association', 'جمعيتكم'],
      'field-list',
      ask(
        'text',
        'place',
        [
          'Dove lavorate di più?',
          'Where do you work most?',
          'Où travaillez-vous le plus ?',
          'أين تعملون أكثر؟',
        ],
        {
          appearance: 'place',
          required: 'yes',
        },
      ),
      ask(
        'integer',
        'people_met',
        [
          'Quante persone incontrate in un mese, più o meno?',
          'About how many people do you meet in a month?',
          'Combien de personnes rencontrez-vous par mois, à peu près ?',
          'كم شخصًا تلتقون في الشهر تقريبًا؟',
        ],
        {
          constraint: '. >= 0 and . <= 100000',
          message: [
            'Scrivete un numero tra 0 e 100000.',
            'Write a number from 0 to 100000.',
            'Écrivez un nombre entre 0 et 100000.',
            'اكتبوا رقمًا بين 0 و100000.',
          ],
        },
      ),
      ask(
        'select_multiple activities or_other',
        'activities',
        [
          'Che cosa fate con loro?',
          'What do you do with them?',
          'Que faites-vous avec elles ?',
          'ماذا تفعلون معهم؟',
        ],
        { required: 'yes' },
      ),
    ),
    ...together(
      'needs',
      ['Che cosa manca di più', 'What is missing most', 'Ce qui manque le plus', 'ما ينقص أكثر'],
      'field-list',
      ask(
        'select_multiple areas or_other',
        'areas',
        [
          'Di che cosa hanno bisogno le persone che incontrate?',
          'What do the people you meet need?',
          'De quoi ont besoin les personnes que vous rencontrez ?',
          'ما الذي يحتاج إليه الأشخاص الذين تلتقونهم؟',
        ],
        {
          required: 'yes',
          constraint: 'count-selected(.) <= 5',
          hint: ['Al massimo cinque.', 'Five at most.', 'Cinq au maximum.', 'خمسة على الأكثر.'],
          message: [
            'Sceglietene al massimo cinque.',
            'Choose five at most.',
            'Choisissez-en cinq au maximum.',
            'اختاروا خمسة على الأكثر.',
          ],
        },
      ),
      ask('rank priorities', 'priorities', [
        'Da che cosa si dovrebbe cominciare? Mettete in ordine.',
        'Where should one start? Put them in order.',
        'Par quoi faut-il commencer ? Mettez-les en ordre.',
        'من أين ينبغي أن نبدأ؟ رتّبوها.',
      ]),
      ask(
        'text',
        'example',
        [
          'Raccontate una situazione che avete visto più volte.',
          'Tell us of a situation that you have seen more than once.',
          'Racontez une situation que vous avez vue plusieurs fois.',
          'احكوا لنا عن حالة رأيتموها أكثر من مرة.',
        ],
        {
          appearance: 'multiline quotable',
          hint: [
            'Senza nomi e senza particolari che fanno riconoscere qualcuno.',
            'No names, and nothing by which somebody can be recognised.',
            'Sans noms ni détails qui permettent de reconnaître quelqu’un.',
            'من دون أسماء ومن دون تفاصيل تكشف هوية أحد.',
          ],
        },
      ),
    ),
    ...together(
      'together',
      ['Lavorare insieme', 'Working together', 'Travailler ensemble', 'العمل معًا'],
      'field-list',
      ask(
        'select_one yes_no',
        'takes_part',
        [
          'Prendete già parte a un tavolo o a una rete?',
          'Do you already take part in a table or a network?',
          'Participez-vous déjà à une table ou à un réseau ?',
          'هل تشاركون بالفعل في طاولة أو شبكة؟',
        ],
        { required: 'yes' },
      ),
      ask(
        'select_multiple obstacles or_other',
        'obstacles',
        [
          'Che cosa ve lo impedisce?',
          'What keeps you from it?',
          'Qu’est-ce qui vous en empêche ?',
          'ما الذي يمنعكم؟',
        ],
        { relevant: "${takes_part} = 'no'" },
      ),
      ask('select_multiple offers or_other', 'offers', [
        'Che cosa potete dare?',
        'What can you give?',
        'Que pouvez-vous donner ?',
        'ماذا يمكنكم أن تقدّموا؟',
      ]),
      ask(
        'text',
        'one_request',
        [
          'Se la Regione potesse fare una cosa sola, quale dovrebbe essere?',
          'If the Region could do one thing only, what should it be?',
          'Si la Région ne pouvait faire qu’une seule chose, laquelle ?',
          'لو استطاع الإقليم أن يفعل شيئًا واحدًا فقط، فما هو؟',
        ],
        { appearance: 'multiline quotable' },
      ),
    ),
  ],
  choices: [
    ...yesNo,
    ...choices('activities', {
      reception: [
        'Accoglienza e ascolto',
        'Welcoming and listening',
        'Accueil et écoute',
        'الاستقبال والإصغاء',
      ],
      language: ['Corsi di lingua', 'Language courses', 'Cours de langue', 'دروس لغة'],
      documents: ['Aiuto con i documenti', 'Help with papers', 'Aide pour les papiers', 'مساعدة في الأوراق'],
      work: [
        'Aiuto a cercare lavoro',
        'Help to find work',
        'Aide pour chercher du travail',
        'مساعدة في البحث عن عمل',
      ],
      children: [
        'Attività con bambini e ragazzi',
        'Activities with children and young people',
        'Activités avec les enfants et les jeunes',
        'أنشطة مع الأطفال والشباب',
      ],
      culture: [
        'Feste, sport e cultura',
        'Festivities, sport and culture',
        'Fêtes, sport et culture',
        'احتفالات ورياضة وثقافة',
      ],
    }),
    ...choices('areas', {
      housing: ['Casa', 'Housing', 'Logement', 'السكن'],
      work: ['Lavoro', 'Work', 'Travail', 'العمل'],
      health: ['Salute', 'Health', 'Santé', 'الصحة'],
      school: ['Scuola', 'School', 'École', 'المدرسة'],
      language: ['Imparare l’italiano', 'Learning Italian', 'Apprendre l’italien', 'تعلّم الإيطالية'],
      documents: ['Documenti e uffici', 'Papers and offices', 'Papiers et bureaux', 'الأوراق والدوائر'],
      transport: ['Trasporti', 'Transport', 'Transports', 'النقل'],
      discrimination: [
        'Essere trattati alla pari',
        'Being treated as equals',
        'Être traités à égalité',
        'المعاملة على قدم المساواة',
      ],
    }),
    ...choices('priorities', {
      housing: ['Casa', 'Housing', 'Logement', 'السكن'],
      work: ['Lavoro', 'Work', 'Travail', 'العمل'],
      health: ['Salute', 'Health', 'Santé', 'الصحة'],
      school: ['Scuola e lingua', 'School and language', 'École et langue', 'المدرسة واللغة'],
      documents: ['Documenti', 'Papers', 'Papiers', 'الأوراق'],
    }),
    ...choices('obstacles', {
      time: ['Gli orari', 'The hours', 'Les horaires', 'المواعيد'],
      distance: ['La distanza', 'The distance', 'La distance', 'المسافة'],
      language: ['La lingua', 'The language', 'La langue', 'اللغة'],
      unknown: [
        'Non sapevamo che c’è',
        'We did not know there is one',
        'Nous ne le savions pas',
        'لم نكن نعلم بوجودها',
      ],
      useless: [
        'Le altre volte non è cambiato niente',
        'Nothing changed the other times',
        'Les autres fois, rien n’a changé',
        'لم يتغيّر شيء في المرات السابقة',
      ],
    }),
    ...choices('offers', {
      space: ['Un luogo dove incontrarsi', 'A place to meet', 'Un lieu de rencontre', 'مكان للقاء'],
      mediation: [
        'Mediazione e traduzione',
        'Mediation and translation',
        'Médiation et traduction',
        'الوساطة والترجمة',
      ],
      contacts: [
        'Contatti con le famiglie',
        'Contact with families',
        'Contacts avec les familles',
        'التواصل مع العائلات',
      ],
      volunteers: ['Volontari', 'Volunteers', 'Bénévoles', 'متطوعون'],
    }),
  ],
}
