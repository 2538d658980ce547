import { choice, id, kronor, number, period, reference, required, text, whole } from './columns.ts';
import { type Column, column, ITSELF, type Sheet } from './sheet.ts';

/* The plan itself: its facts, its focus areas and how it grades. */

const level = (key: string, heading: string, example: string): Column =>
  column(`current.levelNames.${key}`, heading, text, 'Planens eget ord för nivån, i ental.', { example });

const plan: Sheet = {
  name: 'Plan',
  about: 'Planens titel, period, beslut och vision. En uppgift per rad.',
  facts: true,
  lists: [],
  columns: [
    column('current.id', 'Planens id', { is: 'id' }, 'Kort och varaktigt.', { required: true, example: '2026-2029' }),
    column('current.title', 'Titel', text, 'Som den står på planen.', {
      required: true,
      example: 'Mål och budget 2026–2029',
    }),
    column('current.periodFrom', 'Första året', whole, 'Planperiodens första år.', { required: true, example: '2026' }),
    column('current.periodTo', 'Sista året', whole, 'Planperiodens sista år.', { required: true, example: '2029' }),
    column('current.decision.date', 'Beslutsdag', { is: 'day' }, 'Dagen då fullmäktige beslutade.', {
      example: '2025-11-20',
    }),
    column('current.decision.paragraph', 'Paragraf', text, 'Fullmäktiges paragraf.', { example: 'KF § 187' }),
    column('current.decision.registrationNumber', 'Diarienummer', text, 'Ärendets nummer.', {
      example: 'KS/2025/0123',
    }),
    column('current.vision.name', 'Visionens namn', text, 'Visionen som planen bygger på.', {
      required: true,
      example: 'Vision 2040',
      also: ['current.vision'],
    }),
    column('current.vision.text', 'Visionens text', text, 'Visionen i ord.'),
    level('goalArea', 'Nivå: målområde', 'målområde'),
    level('councilGoal', 'Nivå: fullmäktiges mål', 'kommunfullmäktigemål'),
    level('subGoal', 'Nivå: delmål', 'delmål'),
    level('committeeGoal', 'Nivå: nämndens mål', 'nämndmål'),
    level('commitment', 'Nivå: åtagande', 'åtagande'),
    level('activity', 'Nivå: aktivitet', 'aktivitet'),
    column(
      'current.gradeRule.activitiesWeighIn',
      'Aktiviteter vägs in',
      { is: 'yesNo' },
      'ja om aktiviteternas läge ska vägas in där resultat saknas. Fyll i när bladet Bedömningsregel används.',
      { example: 'ja', also: ['current.gradeRule'] },
    ),
    column(
      'current.deviationCommentLimit.percentOfBudget',
      'Kommentar vid avvikelse, %',
      number,
      'Prognoser som avviker mer än så från budgeten ska kommenteras.',
      { required: true, example: '1', also: ['current.deviationCommentLimit'] },
    ),
    column(
      'current.deviationCommentLimit.orKr',
      'Kommentar vid avvikelse, kr',
      kronor,
      'Eller mer än så många kronor.',
      {
        required: true,
        example: '500000',
      },
    ),
    column('about', 'Om filen', text, 'Vad den som läser filen behöver veta.'),
    column('demoClock', 'Tid i demonstrationen', text, 'Bara för påhittade planer: den tidpunkt som visas.', {
      example: '2026-11-05T08:00:00+01:00',
    }),
  ],
};

const focusAreas: Sheet = {
  name: 'Fokusområden',
  about: 'Visionens fokusområden, ett per rad.',
  lists: [{ path: 'current.vision.focusAreas' }],
  columns: [
    column(ITSELF, 'Fokusområde', text, 'Så som visionen säger det.', {
      required: true,
      example: 'Platsen för alla, hela livet',
      width: 60,
    }),
  ],
};

const gradeScale: Sheet = {
  name: 'Bedömningsskala',
  about: 'Betygen som mål bedöms med, det bästa först.',
  lists: [{ path: 'current.gradeScale' }],
  columns: [
    id('HELT'),
    column('label', 'Betyg', text, 'Så som det skrivs i rapporter.', { required: true, example: 'Helt uppfyllt' }),
    column(
      'colour',
      'Färg',
      choice([
        ['green', 'grön'],
        ['yellow', 'gul'],
        ['red', 'röd'],
        [null, 'ingen färg'],
      ]),
      'Ingen färg: målet kunde inte bedömas.',
      { required: true, example: 'grön' },
    ),
  ],
};

const gradeRule: Sheet = {
  name: 'Bedömningsregel',
  about: 'Vilket betyg som föreslås vid vilken måluppfyllelse. Målet får det första betyg vars andel nås.',
  lists: [{ path: 'current.gradeRule.steps' }],
  columns: [
    column('grade', 'Betyg', reference('Bedömningsskala'), 'Betygets id, det bästa först.', {
      required: true,
      example: 'HELT',
    }),
    column('fromPercent', 'Från, %', number, 'Andel av indikatorerna som har nått målet, 0–100.', {
      required: true,
      example: '90',
    }),
  ],
};

const goalGrades: Sheet = {
  name: 'Måluppfyllelse',
  about: 'Människors bedömningar av mål, med motivering.',
  lists: [{ path: 'current.goalGrades' }],
  columns: [
    column('goal', 'Mål', reference('KF-mål', 'Delmål', 'Nämndmål'), 'Målets id.', {
      required: true,
      example: 'VAXER',
    }),
    column('committee', 'Nämnd', reference('Nämnder'), 'Nämndens id, om bedömningen är en nämnds.', { width: 12 }),
    column('period', 'Period', period, 'År eller månad.', { required: true, example: '2026-08' }),
    column('grade', 'Betyg', reference('Bedömningsskala'), 'Betygets id.', { required: true, example: 'HELT' }),
    column('question', 'Fråga', text, 'bedöms nås under året, nåddes vid årets slut.', {
      required: true,
      example: 'bedöms nås',
      width: 16,
    }),
    column('motivation', 'Motivering', text, 'Varför, i ord.', { ...required, example: 'Få bygglov i vår', width: 50 }),
    column('example', 'Exempeldata', { is: 'mark' }, 'ja om uppgiften är påhittad för en demonstration.'),
  ],
};

const operationalPlans: Sheet = {
  name: 'Verksamhetsplaner',
  about: 'Nämndernas beslut om sina verksamhetsplaner.',
  lists: [{ path: 'current.operationalPlans' }],
  columns: [
    column('committee', 'Nämnd', reference('Nämnder'), 'Nämndens id.', { required: true, example: 'BUN', width: 12 }),
    column('date', 'Beslutsdag', { is: 'day' }, 'Dagen då nämnden beslutade.', {
      required: true,
      example: '2025-12-10',
    }),
    column('paragraph', 'Paragraf', text, 'Nämndens paragraf.', { required: true, example: 'BUN § 112', width: 20 }),
    column('registrationNumber', 'Diarienummer', text, 'Ärendets nummer.', { example: 'BUN/2025/0456', width: 20 }),
  ],
};

export const planSheets = { plan, focusAreas, gradeScale, gradeRule, goalGrades, operationalPlans };
