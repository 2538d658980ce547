import { choice, invented, month, reference, text, whole, year } from './columns.ts';
import { type Choices, column, type Kind, type Sheet } from './sheet.ts';

/* Who is asked, where reports are posted, and when. */

const ASKS: Choices = [
  ['finance', 'ekonomi'],
  ['indicators', 'indikatorer'],
  ['goals', 'mål'],
  ['activities', 'aktiviteter'],
];

const workingDay: Kind = { is: 'workingDay' };

const contacts: Sheet = {
  name: 'Roller',
  about: 'Vem som rapporterar, godkänner och sköter planen.',
  lists: [{ path: 'current.contacts' }],
  columns: [
    column('committee', 'Nämnd', reference('Nämnder'), 'Nämndens id; tomt för roller över hela kommunen.', {
      empty: 'null',
      example: 'BUN',
      width: 12,
    }),
    column(
      'role',
      'Roll',
      choice([
        ['reporter', 'rapportör'],
        ['committeeApprover', 'nämndens godkännare'],
        ['controller', 'controller'],
        ['councilClerk', 'kommunsekreterare'],
        ['manager', 'chef'],
        ['administrator', 'administratör'],
      ]),
      'Välj i listan.',
      { required: true, example: 'rapportör', width: 22 },
    ),
    column('order', 'Ordning', whole, '1 tillfrågas först; högre tal är ersättare i ordning.', {
      required: true,
      example: '1',
    }),
    column('upn', 'Inloggningsnamn', text, 'Det som personen loggar in i Teams med.', {
      required: true,
      example: 'anna.berg@kommunen.se',
      width: 40,
    }),
  ],
};

const channels: Sheet = {
  name: 'Kanaler',
  about: 'Var rapporter läggs ut i Teams.',
  lists: [{ path: 'current.channels' }],
  columns: [
    column(
      'scope',
      'Gäller',
      { is: 'reference', to: ['Nämnder'], words: [['municipality', 'hela kommunen']] },
      'Nämndens id, eller hela kommunen.',
      { required: true, example: 'hela kommunen', width: 18 },
    ),
    column('team', 'Team', text, 'Teamets namn.', { required: true, example: 'Ekonomi och styrning' }),
    column('channel', 'Kanal', text, 'Kanalens namn.', { required: true, example: 'Uppföljning' }),
  ],
};

const followUps: Sheet = {
  name: 'Uppföljningsplan',
  about: 'När det rapporteras, om vad, och när påminnelser går ut.',
  lists: [{ path: 'current.followUpPlan' }],
  columns: [
    year,
    column('period', 'Månad', month, 'Månaden som följs upp.', { required: true, example: '2026-10' }),
    column(
      'kind',
      'Slag',
      choice([
        ['month', 'månad'],
        ['tertial', 'tertial'],
        ['interim', 'delår'],
        ['annual', 'år'],
      ]),
      'Välj i listan.',
      { required: true, example: 'månad', width: 12 },
    ),
    column('committees', 'Nämnder', { is: 'references', to: ['Nämnder'] }, 'Nämndernas id; tomt för alla.', {
      empty: 'absent',
      example: 'BUN; UVN',
    }),
    column('asks', 'Frågar om', { is: 'choices', choices: ASKS }, 'ekonomi, indikatorer, mål, aktiviteter.', {
      example: 'ekonomi; indikatorer',
    }),
    column('opens', 'Öppnar arbetsdag', workingDay, 'Arbetsdag i månaden efter, 1–15.', {
      required: true,
      example: '3',
      width: 18,
    }),
    column('due', 'Sista arbetsdag', workingDay, 'Arbetsdag i månaden efter, 1–15.', {
      required: true,
      example: '10',
      width: 17,
    }),
    column(
      'reminders',
      'Påminnelser',
      { is: 'reminders' },
      'I ordning, till exempel: 2 arbetsdagar före; på sista dagen; 2 arbetsdagar efter: även ersättare; 4 arbetsdagar efter: godkännaren får veta.',
      { example: '2 arbetsdagar före; på sista dagen', width: 60 },
    ),
    invented,
  ],
};

export const peopleSheets = { contacts, channels, followUps };
