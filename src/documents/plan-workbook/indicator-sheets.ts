import {
  aliases,
  choice,
  committees,
  id,
  invented,
  measured,
  name,
  number,
  period,
  reference,
  source,
  text,
  texts,
  whole,
  year,
} from './columns.ts';
import { type Column, column, PARENT, type Sheet } from './sheet.ts';
import { targetColumns } from './target-columns.ts';

/* Indicators with their targets, values and comparisons. Numbers are in the indicator's own unit. */

/** For every column of values. */
const AS_TARGET = 'Skriv ja eller nej när måltypen är ja/nej, och en dag (2027-10-01) när den är senast.';

const ofIndicator: Column = column(PARENT, 'Indikator', reference('Indikatorer'), 'Indikatorns id.', {
  required: true,
  example: 'BYGGLOV',
});

const indicators: Sheet = {
  name: 'Indikatorer',
  about: 'Det som visar om målen nås, med målvärde, startvärde och vem som rapporterar.',
  lists: [{ path: 'current.indicators' }],
  columns: [
    id('BYGGLOV'),
    name('Vad som mäts.', 'Bostäder som beviljats bygglov'),
    column('unit', 'Enhet', text, 'Till exempel %, antal eller antal/1 000 invånare.', {
      required: true,
      example: '%',
      width: 20,
    }),
    column('goal', 'KF-mål', reference('KF-mål'), 'Id för det mål som den visar vägen till.', { example: 'VAXER' }),
    column('subGoal', 'Delmål', reference('Delmål'), 'Delmålets id.', { example: 'MAL_1A' }),
    column('committeeGoal', 'Nämndmål', reference('Nämndmål'), 'Nämndmålets id.', { example: 'UTBILDAR' }),
    committees,
    column(
      'good',
      'Bra när den',
      choice([
        ['up', 'ökar'],
        ['down', 'minskar'],
      ]),
      'Åt vilket håll som är bra. Välj ökar när måltypen är mellan, senast eller ja/nej.',
      { required: true, example: 'ökar' },
    ),
    ...targetColumns(true),
    column('nearLimit', 'Nära-gräns', number, 'Värden på fel sida om målet, men inte bortom detta, är nära.', {
      example: '78',
    }),
    column('scale.min', 'Minsta möjliga', number, 'Minsta värde som kan förekomma. Fyll i båda, eller ingen.', {
      example: '0',
      also: ['scale'],
    }),
    column('scale.max', 'Största möjliga', number, 'Största värde som kan förekomma. Fyll i båda, eller ingen.', {
      example: '100',
    }),
    column('baseline.value', 'Startvärde', measured, `Värdet som planen utgår från. ${AS_TARGET}`, {
      example: '7,3',
      also: ['baseline'],
    }),
    column('baseline.period', 'Startvärdets period', period, 'År eller månad.', { example: '2024' }),
    column('baseline.source', 'Startvärdets källa', text, 'Varifrån värdet kommer.', { width: 24 }),
    column('baseline.example', 'Startvärdet exempel', { is: 'mark' }, 'ja om det är påhittat för en demonstration.'),
    column(
      'frequency',
      'Mäts',
      choice([
        ['month', 'varje månad'],
        ['tertial', 'varje tertial'],
        ['year', 'varje år'],
        ['everyFollowUp', 'vid varje uppföljning'],
      ]),
      'Hur ofta det kommer ett nytt värde.',
      { required: true, example: 'varje år', width: 22 },
    ),
    column('koladaId', 'Kolada-id', text, 'Nyckeltalets id i Kolada.', { example: 'N07925', width: 12 }),
    column('breakdown', 'Delas upp på', texts, 'Grupper som värdena redovisas för.', { example: 'kvinnor; män' }),
    column(
      'index.method',
      'Index räknas som',
      choice([
        ['mean', 'medelvärde'],
        ['weighted', 'vägt medelvärde'],
      ]),
      'Bara för index som räknas av delar.',
      { example: 'medelvärde', also: ['index'] },
    ),
    column('index.components', 'Indexets delar', texts, 'Delarnas namn.', {
      empty: 'absent',
      example: 'motivation; ledarskap; styrning',
    }),
    column('index.weights', 'Delarnas vikter', { is: 'numbers' }, 'En per del, tillsammans 1.', {
      example: '0,5; 0,3; 0,2',
    }),
    column('index.minimumRespondents', 'Minsta antal svar', whole, 'Med färre svar visas inte indexet.', {
      example: '10',
      width: 16,
    }),
    column(
      'totalReportedBy',
      'Totalen rapporteras av',
      reference('Nämnder'),
      'Nämnden som rapporterar för hela kommunen.',
      {
        example: 'KS',
      },
    ),
    aliases,
    source,
    invented,
  ],
};

const yearlyTargets: Sheet = {
  name: 'Årsmål',
  about: 'Målvärden för enskilda år. Målvärdet vid planperiodens slut står i bladet Indikatorer.',
  lists: [{ path: 'current.indicators.*.yearlyTargets' }],
  columns: [ofIndicator, year, ...targetColumns(false)],
};

const seriesBreaks: Sheet = {
  name: 'Seriebrott',
  about: 'Från när en indikators värden inte går att jämföra med tidigare.',
  lists: [{ path: 'current.indicators.*.seriesBreaks' }],
  columns: [
    ofIndicator,
    column('from', 'Från', period, 'Första perioden efter brottet, år eller månad.', {
      required: true,
      example: '2025',
    }),
    column('note', 'Varför', text, 'Vad som ändrades.', { required: true, example: 'Ny mätmetod', width: 60 }),
  ],
};

const values: Sheet = {
  name: 'Indikatorvärden',
  about: 'Kända värden. Utan nämnd gäller värdet hela kommunen.',
  lists: [
    { path: 'current.indicators.*.values', when: { column: 'committee', filled: false } },
    { path: 'current.indicators.*.committeeValues', when: { column: 'committee', filled: true } },
  ],
  columns: [
    ofIndicator,
    column('committee', 'Nämnd', reference('Nämnder'), 'Nämndens id; tomt för hela kommunen.', { width: 12 }),
    column('period', 'Period', period, 'År eller månad.', { required: true, example: '2025' }),
    column('value', 'Värde', measured, `I indikatorns enhet. ${AS_TARGET}`, { required: true, example: '6,1' }),
    column('group', 'Grupp', text, 'En av grupperna i Delas upp på, eller en av Indexets delar; tomt för alla.', {
      example: 'kvinnor',
      width: 18,
    }),
    column('respondents', 'Antal svar', whole, 'För enkäter.', { example: '412' }),
    source,
    invented,
  ],
};

const comparisons: Sheet = {
  name: 'Jämförelser',
  about: 'Andras värden att jämföra med.',
  lists: [{ path: 'current.indicators.*.comparisons' }],
  columns: [
    ofIndicator,
    column(
      'group',
      'Jämförs med',
      choice([
        ['county', 'länet'],
        ['country', 'riket'],
        ['bestQuarter', 'de 25 % bästa'],
      ]),
      'För de 25 % bästa: värdet som skiljer dem från övriga.',
      { required: true, example: 'riket' },
    ),
    column('period', 'Period', period, 'År eller månad.', { required: true, example: '2025' }),
    column('value', 'Värde', measured, `I indikatorns enhet. ${AS_TARGET}`, { required: true, example: '6,1' }),
    source,
    invented,
  ],
};

export const indicatorSheets = { indicators, yearlyTargets, seriesBreaks, values, comparisons };
