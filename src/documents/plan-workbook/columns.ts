import { type Choices, type Column, column, type Kind } from './sheet.ts';

/* The columns that many sheets share, and short names for kinds of cells. */

export const text: Kind = { is: 'text' };
export const number: Kind = { is: 'number' };
export const measured: Kind = { is: 'measured' };
export const kronor: Kind = { is: 'kronor' };
export const whole: Kind = { is: 'whole' };
export const day: Kind = { is: 'day' };
export const month: Kind = { is: 'month' };
export const period: Kind = { is: 'period' };
export const texts: Kind = { is: 'texts' };

export const STATUS: Choices = [
  ['notStarted', 'ej påbörjad'],
  ['ongoing', 'pågår'],
  ['late', 'försenad'],
  ['done', 'klar'],
  ['cancelled', 'avbruten'],
];

export function choice(choices: Choices): Kind {
  return { is: 'choice', choices };
}

export function reference(...to: readonly string[]): Kind {
  return { is: 'reference', to };
}

export function references(...to: readonly string[]): Kind {
  return { is: 'references', to };
}

export const required = { required: true };

export const id = (example: string): Column =>
  column('id', 'Id', { is: 'id' }, 'Kort och varaktigt: ändra aldrig ett id som har använts.', {
    required: true,
    example,
  });

export const name = (help: string, example: string): Column =>
  column('name', 'Namn', text, help, { required: true, example, width: 44 });

export const numberInPlan = column('number', 'Nummer', text, 'Som det står i planen.', { example: '1A', width: 10 });

export const committee = column('committee', 'Nämnd', reference('Nämnder'), 'Nämndens id.', {
  required: true,
  example: 'BUN',
  width: 12,
});

export const committees = column('committees', 'Nämnder', references('Nämnder'), 'Ansvariga nämnders id.', {
  example: 'BUN; UVN',
});

export const aliases = column('aliases', 'Kallas också', texts, 'Namn som används till vardags.', {
  example: 'tillväxtmålet',
});

export const status = column('status', 'Status', choice(STATUS), 'Välj i listan.', {
  required: true,
  example: 'pågår',
});

export const owner = column('owner', 'Ansvarig', text, 'Person eller funktion.', { example: 'Rektor', width: 24 });

export const startsOn = column('startsOn', 'Startar', day, 'Första dagen.', { example: '2026-01-15' });
export const endsOn = column('endsOn', 'Klart senast', day, 'Sista dagen.', { example: '2026-12-15' });

export const decision = column('decision', 'Beslut', text, 'Instans, dag och paragraf.', {
  example: 'KF 2025-11-20 § 87',
  width: 26,
});

export const source = column('source', 'Källa', text, 'Varifrån uppgiften kommer.', { example: 'Kolada' });

export const note = column('note', 'Anmärkning', text, 'Det läsaren behöver veta.', { width: 44 });

export const invented = column(
  'example',
  'Exempeldata',
  { is: 'mark' },
  'ja om uppgiften är påhittad för en demonstration.',
  { width: 15 },
);

export const year = column('year', 'År', whole, 'Årtal.', { required: true, example: '2026' });
