import { choice, note, number, reference, required, source, text, texts, whole, year } from './columns.ts';
import { type Column, column, ITSELF, PARENT, type Sheet } from './sheet.ts';

/* Earlier plans, and what was published about how they went. Figures stand in the unit that they were published in. */

const ofPlan: Column = column(PARENT, 'Plan', reference('Arkiv'), 'Den tidigare planens id.', {
  required: true,
  example: '2021',
});

const figure = (path: string, heading: string): Column =>
  column(path, heading, number, 'I radens enhet. Kostnader är negativa, och ett negativt resultat är ett underskott.', {
    width: 16,
  });

const archive: Sheet = {
  name: 'Arkiv',
  about: 'Tidigare planer.',
  lists: [{ path: 'archive' }],
  columns: [
    column('id', 'Id', { is: 'id' }, 'Kort och varaktigt.', { required: true, example: '2021' }),
    column('title', 'Titel', text, 'Planens titel.', { required: true, example: 'Mål och budget 2021', width: 50 }),
    column('scale', 'Betyg', texts, 'Dåtidens betyg, det bästa först.', {
      example: 'Helt uppfyllt; Delvis uppfyllt',
      width: 60,
    }),
  ],
};

const grades: Sheet = {
  name: 'Arkiv betyg',
  about: 'Måluppfyllelse som publicerats för tidigare planer.',
  lists: [{ path: 'archive.*.grades' }],
  columns: [
    ofPlan,
    column('goal', 'Mål', text, 'Målets namn.', { required: true, width: 60 }),
    column('grade', 'Betyg', text, 'Så som det publicerades.', { required: true, example: 'Helt uppfyllt' }),
    column('level', 'Nivå', text, 'Vilket slags mål det var.', { example: 'övergripande mål' }),
  ],
};

const gradeCounts: Sheet = {
  name: 'Arkiv antal betyg',
  about: 'Hur många mål som fick varje betyg, där bara antalen har publicerats.',
  lists: [{ path: 'archive.*.gradeCounts' }],
  columns: [
    ofPlan,
    column('grade', 'Betyg', text, 'Så som det publicerades.', { required: true, example: 'Helt uppfyllt' }),
    column('goals', 'Antal mål', whole, 'Heltal.', { required: true, example: '12' }),
  ],
};

const accounts: Sheet = {
  name: 'Arkiv ekonomi',
  about: 'Driftredovisning som publicerats, per nämnd och år.',
  lists: [{ path: 'archive.*.accounts' }],
  columns: [
    ofPlan,
    year,
    column('code', 'Kod', text, 'Nämndens förkortning, eller SUMMA för summor.', {
      required: true,
      example: 'KS',
      width: 14,
    }),
    column('name', 'Namn', text, 'Radens namn.', { required: true, example: 'Kommunstyrelsen', width: 40 }),
    column(
      'unit',
      'Enhet',
      choice([
        ['tkr', 'tkr'],
        ['mnkr', 'mnkr'],
      ]),
      'Den enhet som siffrorna publicerades i.',
      { required: true, example: 'tkr', width: 10 },
    ),
    figure('grant', 'Nämndbidrag'),
    figure('income', 'Intäkter'),
    figure('cost', 'Kostnader'),
    figure('result', 'Resultat'),
    figure('budgetedResult', 'Budgeterat resultat'),
    figure('deviation', 'Avvikelse mot budget'),
    figure('balanceAdjustment', 'Justering balanskrav'),
    figure('balanceResult', 'Balanskravsresultat'),
    source,
    note,
  ],
};

const personnel: Sheet = {
  name: 'Arkiv personal',
  about: 'Personaluppgifter som publicerats.',
  lists: [{ path: 'archive.*.personnel' }],
  columns: [
    ofPlan,
    column('measure', 'Mått', text, 'Vad som mäts.', { required: true, example: 'Sjukfrånvaro' }),
    column('unit', 'Enhet', text, 'Enheten.', { required: true, example: '%', width: 28 }),
    year,
    column('group', 'Grupp', text, 'totalt, kvinnor, män och så vidare.', {
      required: true,
      example: 'totalt',
      width: 20,
    }),
    column('value', 'Värde', number, 'I radens enhet.', { required: true, example: '7,9' }),
    source,
    note,
  ],
};

const financialGoals: Sheet = {
  name: 'Arkiv ekonomiska mål',
  about: 'Finansiella mål för tidigare planer, med utfall.',
  lists: [{ path: 'archive.*.financialGoals' }],
  columns: [
    ofPlan,
    column('applies', 'Gäller', text, 'Åren som målet gällde.', { required: true, example: '2018' }),
    column('goal', 'Mål', text, 'Målet i ord.', { required: true, width: 60 }),
    column('outcome', 'Utfall', text, 'Hur det gick.', { width: 50 }),
    source,
  ],
};

const decisions: Sheet = {
  name: 'Arkiv beslut',
  about: 'Vad fullmäktige beslutade om årets rapporter.',
  lists: [{ path: 'archive.*.decisions' }],
  columns: [ofPlan, column(ITSELF, 'Beslut', text, 'Beslutet i ord.', { ...required, width: 90 })],
};

const notes: Sheet = {
  name: 'Arkiv upplysningar',
  about: 'Det läsaren behöver veta om arkivets siffror.',
  lists: [{ path: 'archive.*.notes' }],
  columns: [ofPlan, column(ITSELF, 'Upplysning', text, 'I ord.', { ...required, width: 90 })],
};

export const archiveSheets = [
  archive,
  grades,
  gradeCounts,
  accounts,
  personnel,
  financialGoals,
  decisions,
  notes,
] as const;
