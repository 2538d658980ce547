import {
  aliases,
  committee,
  committees,
  id,
  invented,
  name,
  numberInPlan,
  reference,
  references,
  source,
  text,
  whole,
} from './columns.ts';
import { type Column, column, PARENT, type Sheet } from './sheet.ts';

/* From the vision down to the committees' goals. */

const effect: readonly Column[] = [
  column('effect.text', 'Effektmål', text, 'Önskat läge vid planperiodens slut.', { width: 50, also: ['effect'] }),
  column('effect.by', 'Effektmål senast', whole, 'Året då det ska vara nått.', { example: '2029' }),
  column('effect.example', 'Effektmålet exempel', { is: 'mark' }, 'ja om det är påhittat för en demonstration.'),
];

const goalAreas: Sheet = {
  name: 'Målområden',
  about: 'Områden som fullmäktiges mål hör till.',
  lists: [{ path: 'current.goalAreas' }],
  columns: [id('EKO'), name('Målområdets namn.', 'Ekonomisk hållbarhet')],
};

const councilGoals: Sheet = {
  name: 'KF-mål',
  about: 'Kommunfullmäktiges mål.',
  lists: [{ path: 'current.councilGoals' }],
  columns: [
    id('VAXER'),
    numberInPlan,
    name('Målet så som fullmäktige skrev det.', 'Kommunen växer'),
    column('goalArea', 'Målområde', reference('Målområden'), 'Målområdets id.', { example: 'EKO' }),
    ...effect,
    aliases,
    invented,
  ],
};

const subGoals: Sheet = {
  name: 'Delmål',
  about: 'Mål under fullmäktiges mål, eller under ett annat delmål.',
  lists: [{ path: 'current.subGoals' }],
  columns: [
    id('MAL_1A'),
    numberInPlan,
    name('Delmålet så som det är beslutat.', 'Antalet byggrätter är högt'),
    column('parent', 'Hör till mål', reference('KF-mål', 'Delmål'), 'Id för målet ovanför.', {
      required: true,
      example: 'VAXER',
    }),
    ...effect,
    aliases,
    invented,
  ],
};

const committeeEffects: Sheet = {
  name: 'Effektmål per nämnd',
  about: 'Effektmål som fullmäktige har satt för en viss nämnd.',
  lists: [{ path: 'current.councilGoals.*.committeeEffects' }, { path: 'current.subGoals.*.committeeEffects' }],
  columns: [
    column(PARENT, 'Mål', reference('KF-mål', 'Delmål'), 'Målets id.', { required: true, example: 'VAXER' }),
    committee,
    column('text', 'Effektmål', text, 'Önskat läge vid planperiodens slut.', { required: true, width: 60 }),
    column('by', 'Senast', whole, 'Året då det ska vara nått.', { required: true, example: '2029' }),
    invented,
  ],
};

const committeeGoals: Sheet = {
  name: 'Nämndmål',
  about: 'Nämndernas mål. Flera nämnder kan dela ett mål.',
  lists: [{ path: 'current.committeeGoals' }],
  columns: [
    id('UTBILDAR'),
    numberInPlan,
    name('Målet så som nämnden skrev det.', 'Utbildning med god kvalitet'),
    committees,
    column('contributesTo', 'Bidrar till', references('KF-mål', 'Delmål'), 'Id för de mål som det bidrar till.', {
      example: 'BARN_UPPVAXT',
    }),
    aliases,
    source,
    invented,
  ],
};

export const goalSheets = { goalAreas, councilGoals, subGoals, committeeEffects, committeeGoals };
