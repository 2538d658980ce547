import { isMonth, type Month } from '../domain/period.ts';
import { newestOf } from '../domain/plan-versions.ts';
import { importPlan } from '../features/planning/import-plan.ts';
import { previewPlan } from '../features/planning/preview-plan.ts';
import { type Command, type Given, isSet, textOf, wrongUse } from './command.ts';
import { importedOutcome, importRefusal } from './import-text.ts';
import { readPlan } from './plan-reading.ts';
import { previewOutcome } from './preview-text.ts';

/** Who puts a plan in force by the command line: whoever may reach the storage. */
const BY = 'styr';

export const planImport: Command = {
  name: 'plan import',
  takes: ['FIL'],
  does: 'läs in en plan och sätt den i kraft, eller visa vad som skulle ändras',
  more: `Allt läses in, eller inget: har filen ett enda fel ändras ingenting. Samma fil två gånger ändrar inget.
Utan --from gäller planen från sin första månad, eller från den månad som är öppen, men aldrig före den
version som ändras. Har någon redan svarat på den månaden, och ändras budget, mål eller indikatorer, får du
välja månad.
Det som tas bort ur planen finns kvar i tidigare versioner, och det som har rapporterats finns alltid kvar.`,
  options: {
    'dry-run': { type: 'boolean', does: 'visa vad som skulle ändras, och ändra inget' },
    from: { type: 'string', value: 'MÅNAD', does: 'den första månad som följs upp mot planen, till exempel 2026-10' },
    reason: { type: 'string', value: 'TEXT', does: 'varför planen ändras; syns i styr plan versions' },
  },
  async run(given, surroundings) {
    const from = monthOf(given);
    const plan = await readPlan(given.files[0] ?? '', surroundings);
    const ports = await surroundings.openStores();
    if (isSet(given, 'dry-run')) {
      return previewOutcome(plan, await previewPlan(ports, plan.file, from), surroundings.files);
    }
    const result = await importPlan(ports, plan.file, {
      by: BY,
      reason: textOf(given, 'reason') ?? '',
      ...(from === undefined ? {} : { validFrom: from }),
    });
    if (!result.ok) throw importRefusal(result.problem);
    const version = newestOf(await ports.plans.versions(), plan.file.current.id);
    if (!version) throw new Error('No version is there after the import');
    return importedOutcome(plan, result.value, version, surroundings.files);
  },
};

function monthOf(given: Given): Month | undefined {
  const text = textOf(given, 'from');
  if (text !== undefined && !isMonth(text)) throw wrongUse(`"${text}" är ingen månad. Skriv till exempel 2026-10.`);
  return text;
}
