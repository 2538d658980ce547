import {
  committee,
  endsOn,
  id,
  invented,
  kronor,
  name,
  owner,
  period,
  reference,
  startsOn,
  status,
  text,
} from './columns.ts';
import { column, PARENT, type Sheet } from './sheet.ts';

/* What the committees do: commitments with activities, the council's assignments, and investments. */

const commitments: Sheet = {
  name: 'Åtaganden',
  about: 'Det som nämnderna gör för att nå sina mål.',
  lists: [{ path: 'current.commitments' }],
  columns: [
    id('BUN-A1'),
    committee,
    column('committeeGoal', 'Nämndmål', reference('Nämndmål'), 'Id för målet som åtagandet hör till.', {
      required: true,
      example: 'UTBILDAR',
    }),
    name('Vad som ska göras.', 'Minska andelen vikarier'),
    status,
    startsOn,
    endsOn,
    owner,
    invented,
  ],
};

const activities: Sheet = {
  name: 'Aktiviteter',
  about: 'Stegen i åtagandena. Förseningar räknas ut från datumen.',
  lists: [{ path: 'current.commitments.*.activities' }],
  columns: [
    column(PARENT, 'Åtagande', reference('Åtaganden'), 'Åtagandets id.', { required: true, example: 'BUN-A1' }),
    id('BUN-A1.1'),
    name('Vad som ska göras.', 'Rekrytera behöriga lärare'),
    status,
    startsOn,
    endsOn,
    owner,
    invented,
  ],
};

const assignments: Sheet = {
  name: 'Uppdrag',
  about: 'Fullmäktiges uppdrag till nämnder.',
  lists: [{ path: 'current.councilAssignments' }],
  columns: [
    id('UPPDRAG-1'),
    committee,
    column('text', 'Uppdrag', text, 'Så som fullmäktige beslutade.', { required: true, width: 60 }),
    column('decidedAt', 'Beslutsdag', { is: 'day' }, 'Dagen då fullmäktige beslutade.', {
      required: true,
      example: '2026-06-10',
    }),
    column('paragraph', 'Paragraf', text, 'Fullmäktiges paragraf.', { required: true, example: 'KF § 88', width: 20 }),
    column('dueOn', 'Återrapporteras senast', { is: 'day' }, 'Sista dagen.', { required: true, example: '2026-10-15' }),
    status,
    invented,
  ],
};

const investments: Sheet = {
  name: 'Investeringar',
  about: 'Investeringsprojekt, i kronor för hela projektet.',
  lists: [{ path: 'current.investments' }],
  columns: [
    committee,
    column('project', 'Projekt', text, 'Projektets namn.', { required: true, example: 'Ny skola', width: 40 }),
    column('budgetKr', 'Budget, kr', kronor, 'Beslutad budget.', { required: true, example: '42000000' }),
    column('outcomeKr', 'Utfall, kr', kronor, 'Till och med perioden.', { example: '9800000' }),
    column('forecastKr', 'Prognos, kr', kronor, 'För hela projektet.', { example: '38000000' }),
    column('period', 'Period', period, 'År eller månad som utfall och prognos gäller.', { example: '2026-08' }),
    invented,
  ],
};

export const workSheets = { commitments, activities, assignments, investments };
