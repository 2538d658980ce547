import { resolve } from 'node:path';
import { managesPlan } from '../domain/plan-roles.ts';
import { reportFormats } from '../domain/report-format.ts';
import type { Doer } from '../domain/report-record.ts';
import { makeDocument } from '../features/reporting/make-document.ts';
import { MUNICIPALITY, type Ports } from '../ports.ts';
import { reportProblemText } from '../report-texts.ts';
import { type Command, isSet, Refusal, textOf } from './command.ts';
import { writeWhole } from './file-access.ts';
import { versionNumber } from './plan-export.ts';
import { choiceOption, committeeOption, givenPeriod } from './round-reading.ts';

export const reportWrite: Command = {
  name: 'report',
  takes: ['PERIOD'],
  does: 'skriv en rapport som Word, PDF, Excel eller öppna data: kommunens, eller en nämnds',
  more: `PERIOD är rapportens sista månad: 2026-04 för tertialet, 2026-08 för delåret, 2026-12 för årsredovisningen.
Kommunens rapport skrivs som den sammanställdes sist, eller i den version du anger. En sammanställd version ger samma fil varje
gång. Innan den är sammanställd, och för en nämnd, skrivs den som den är nu och är märkt preliminär. Alla månader har nämndens
månadsrapport.`,
  options: {
    format: { type: 'string', value: reportFormats.join('|'), does: 'vad filen ska vara', required: true },
    committee: { type: 'string', value: 'NÄMND', does: 'en nämnds rapport i stället för kommunens' },
    version: { type: 'string', value: 'N', does: 'en tidigare sammanställd version' },
    out: { type: 'string', value: 'FIL', does: 'var filen ska ligga; annars under sitt eget namn i den här mappen' },
    force: { type: 'boolean', does: 'skriv över en fil som finns' },
  },
  async run(given, { reportFiles, openStores }) {
    const period = givenPeriod(given);
    const format = choiceOption(given, 'format', reportFormats);
    const number = textOf(given, 'version');
    const version = number === undefined ? {} : { version: versionNumber(number) };
    const ports = { ...(await openStores()), reportFiles };
    const scope = (await committeeOption(given, ports)) ?? MUNICIPALITY;
    const made = await makeDocument(ports, { scope, period, format, ...version }, await readerOf(ports));
    if (!made.ok) throw new Refusal(made.problem.code, reportProblemText(made.problem));
    const path = textOf(given, 'out') ?? made.value.name;
    await writeWhole(path, made.value.bytes, isSet(given, 'force'));
    return { text: `Rapporten ligger i ${path}.`, data: { file: resolve(path), format, scope, period } };
  },
};

/** Whoever may reach the storage reads as those do who look after the plan. */
async function readerOf({ plans }: Pick<Ports, 'plans'>): Promise<Doer> {
  const inForce = await plans.current();
  if (!inForce) throw new Refusal('NO_PLAN', 'Ingen plan är inläst ännu. Läs in en med: styr plan import FIL');
  const { plan } = inForce;
  const reader = plan.contacts.find(({ upn }) => managesPlan(plan, upn));
  if (!reader)
    throw new Refusal('NO_CONTROLLER', 'Planen har ingen controller eller förvaltare, så ingen får läsa rapporten.');
  return { upn: reader.upn, name: 'styr' };
}
