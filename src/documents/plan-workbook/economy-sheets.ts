import { committee, day, decision, invented, kronor, month, note, reference, text, year } from './columns.ts';
import { type Column, column, type Sheet } from './sheet.ts';

/* Committees, frames and budgets. Amounts are whole kronor, net cost. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

const businessArea: Column = column('businessArea', 'Verksamhet', { is: 'id' }, 'Verksamhetens id.', {
  required: true,
  example: 'FORSKOLA',
});

const committees: Sheet = {
  name: 'Nämnder',
  about: 'Nämnderna, från när och till när de finns, och vems arbete de tog över.',
  lists: [{ path: 'current.committees' }],
  columns: [
    column('id', 'Id', { is: 'id' }, 'Nämndens förkortning. Ändra aldrig ett id som har använts.', {
      required: true,
      example: 'BUN',
    }),
    column('name', 'Namn', text, 'Nämndens namn.', {
      required: true,
      example: 'Barn- och utbildningsnämnden',
      width: 40,
    }),
    column('administration', 'Förvaltning', text, 'Förvaltningens namn.', {
      example: 'Barn- och utbildningsförvaltningen',
    }),
    column('aliases', 'Kallas också', { is: 'texts' }, 'Namn som används till vardags.', { example: 'skolnämnden' }),
    column('validFrom', 'Finns från', day, 'Första dagen; tomt när den alltid har funnits.', { example: '2027-01-01' }),
    column('validTo', 'Finns till', day, 'Sista dagen; tomt när inget slut är beslutat.', { example: '2026-12-31' }),
    column('succeeds', 'Efterträder', reference('Nämnder'), 'Id för nämnden vars arbete den tog över.', { width: 12 }),
  ],
};

const frames: Sheet = {
  name: 'Budgetramar',
  about: 'Fullmäktiges ram för varje nämnd och år, i kronor.',
  lists: [{ path: 'current.frames' }],
  columns: [
    committee,
    year,
    column('amountKr', 'Ram, kr', kronor, 'Årets ram, nettokostnad.', { required: true, example: '612000000' }),
    decision,
    invented,
  ],
};

const budgets: Sheet = {
  name: 'Internbudget',
  about: 'Verksamheternas internbudget per år och månad, i kronor. Månaderna ska bli årets budget.',
  lists: [{ path: 'current.budgets' }],
  columns: [
    committee,
    businessArea,
    column('businessAreaName', 'Verksamhetens namn', text, 'Så som det skrivs i rapporter.', {
      required: true,
      example: 'Förskola',
      width: 30,
    }),
    year,
    column('netBudgetKr', 'Årets budget, kr', kronor, 'Nettokostnad.', {
      required: true,
      example: '16404000',
      width: 17,
    }),
    ...MONTHS.map((name, index) =>
      column(`monthlyKr.${index}`, name, kronor, 'Kronor. Fyll i alla tolv månader, eller ingen.', { width: 13 }),
    ),
    column('feeFinanced', 'Avgiftsfinansierad', { is: 'mark' }, 'ja för till exempel vatten och avfall.', {
      width: 18,
    }),
    decision,
    note,
    invented,
  ],
};

const appropriations: Sheet = {
  name: 'Tilläggsanslag',
  about:
    'Pengar som fullmäktige ger under året. Minus när fullmäktige tar tillbaka. Fördelas lika på årets återstående månader.',
  lists: [{ path: 'current.supplementaryAppropriations' }],
  columns: [
    committee,
    { ...businessArea, required: false, help: 'Verksamhetens id; tomt tills nämnden har fördelat anslaget.' },
    column('amountKr', 'Belopp, kr', kronor, 'Kronor.', { required: true, example: '5000000' }),
    column('validFrom', 'Gäller från', day, 'Från den här dagens månad till och med december.', {
      required: true,
      example: '2026-06-01',
    }),
    { ...decision, required: true },
    invented,
  ],
};

const areaMoves: Sheet = {
  name: 'Flyttade verksamheter',
  about: 'Verksamheter som går över till en annan nämnd, med hela årets budget och utfall.',
  lists: [{ path: 'current.areaMoves' }],
  columns: [
    businessArea,
    column('from', 'Från nämnd', reference('Nämnder'), 'Nämndens id.', { required: true, example: 'KS', width: 12 }),
    column('to', 'Till nämnd', reference('Nämnder'), 'Nämndens id.', { required: true, example: 'SBN', width: 12 }),
    column('validFrom', 'Gäller från', day, 'Den nya nämnden rapporterar från den här dagens månad.', {
      required: true,
      example: '2027-01-01',
    }),
    decision,
    invented,
  ],
};

const outcomes: Sheet = {
  name: 'Utfall',
  about: 'Utfall och prognoser från tiden innan tjänsten togs i bruk, i kronor.',
  lists: [{ path: 'current.outcomes' }],
  columns: [
    committee,
    businessArea,
    column('period', 'Månad', month, 'Månaden som utfallet gäller till och med.', {
      required: true,
      example: '2026-02',
    }),
    column('accumulatedOutcomeKr', 'Utfall hittills i år, kr', kronor, 'Nettokostnad från januari.', {
      required: true,
      example: '2556000',
      width: 21,
    }),
    column('fullYearForecastKr', 'Helårsprognos, kr', kronor, 'Nettokostnad för hela året.', {
      required: true,
      example: '16300000',
      width: 18,
    }),
    invented,
  ],
};

export const economySheets = { committees, frames, budgets, appropriations, areaMoves, outcomes };
