import type {
  CommitteeReportContent,
  CommitteeStanding,
  MunicipalReportContent,
  StatutoryDate,
} from '../../domain/report-content.ts';
import type { CouncilDecision } from '../../domain/report-record.ts';
import type { ReportToWrite } from '../../ports.ts';
import { swedishDate, swedishDay } from '../../words/swedish.ts';
import {
  amountColumn,
  type Block,
  MISSING,
  NOTHING,
  paragraph,
  type Row,
  section,
  table,
  textColumn,
} from './blocks.ts';
import { inThousands, sentence } from './figures-in-words.ts';
import { laterChangeText } from './later-change-text.ts';
import { decidedText, signedText, statusOf } from './title-block.ts';
import { writtenLines, writtenParagraphs, writtenText } from './written-text.ts';

type CommitteeToWrite = Extract<ReportToWrite, { readonly scope: 'committee' }>;
type MunicipalToWrite = Extract<ReportToWrite, { readonly scope: 'municipality' }>;

const READING =
  'Nettokostnader är positiva tal. Avvikelse är budget minus prognos: minus är ett underskott. Det som inte är rapporterat står som ”saknas” och räknas aldrig som noll.';

/** Where a committee's report comes from. */
export function committeeMade(report: CommitteeToWrite): readonly Block[] {
  const { content, planTitle } = report;
  return [
    paragraph(`Rapporten är gjord av det som nämnden har rapporterat mot ${writtenText(planTitle)}. ${READING}`),
    paragraph(`${statusOf(report)}.`, 'Status:'),
    ...corrected(content),
    ...corrections(report),
  ];
}

function corrected({ answered }: CommitteeReportContent): readonly Block[] {
  if (!answered?.corrected) return [];
  return [paragraph(`Uppgifterna är rättade, senast den ${swedishDay(answered.at)}. Det som stod före finns kvar.`)];
}

/** Who answered for what, which version it is, and what has been changed since the version that the council approved. */
export function municipalMade(report: MunicipalToWrite): readonly Block[] {
  const { content, planTitle } = report;
  return [
    paragraph(`Rapporten är gjord av det som nämnderna har rapporterat mot ${writtenText(planTitle)}. ${READING}`),
    ...scopeOf(content),
    ...statutoryBlocks(content.statutory),
    paragraph(`${statusOf(report)}.`, 'Status:'),
    ...versionBlocks(report),
    ...signatures(content),
    ...corrections(report),
  ];
}

/** A statutory report has more in it than this one. */
function scopeOf({ kind }: MunicipalReportContent): readonly Block[] {
  if (kind !== 'interim' && kind !== 'annual') return [];
  const what = kind === 'annual' ? 'årsredovisningen' : 'delårsrapporten';
  return [
    paragraph(
      `Det här är ${what}s del om nämndernas ekonomi, mål och uppdrag. Resultaträkning, balansräkning, balanskravsresultat och den kommunala koncernen hämtas ur ekonomisystemet och ingår inte.`,
    ),
  ];
}

function statutoryBlocks(statutory: StatutoryDate | undefined): readonly Block[] {
  if (!statutory) return [];
  const day = swedishDate(statutory.lastDay);
  const text =
    statutory.rule === 'interim'
      ? `Delårsrapporten ska lämnas till kommunfullmäktige och revisorerna senast den ${day} (kommunallagen 11 kap. 16 §).`
      : `Årsredovisningen ska lämnas till kommunfullmäktige och revisorerna senast den ${day} (kommunallagen 11 kap. 20 §).`;
  return [paragraph(text)];
}

function versionBlocks({ version }: MunicipalToWrite): readonly Block[] {
  if (!version) return [];
  return [
    paragraph(
      `Version ${version.number} sammanställdes den ${swedishDay(version.compiledAt)} och ändras inte. Sigillet visar det: ändras ett enda tecken i det som är sparat stämmer det inte längre.`,
    ),
    paragraph(version.seal, 'Sigill:'),
  ];
}

function signatures({ committees, standings }: MunicipalReportContent): readonly Block[] {
  const rows = standings.map((standing): Row => {
    const { answered } = committees.find(({ committeeId }) => committeeId === standing.committeeId) ?? {};
    return { cells: [writtenText(standing.committeeName), answeredCell(answered), signedCell(standing)] };
  });
  const columns = [textColumn('Nämnd', 34), textColumn('Svarade', 33), textColumn('Attesterade', 33)];
  return table('Vem som har svarat och attesterat', columns, rows);
}

function answeredCell(answered: CommitteeReportContent['answered']): string {
  if (!answered) return 'har inte svarat';
  if (answered.cameWithPlan) return 'kom med planen';
  return `${writtenText(answered.name)}, ${swedishDay(answered.at)}${answered.corrected ? ' (rättad)' : ''}`;
}

function signedCell(standing: CommitteeStanding): string {
  const { signed } = standing;
  if (!signed) return 'inte attesterad';
  const text = `${writtenText(signed.name)}, ${swedishDay(signed.at)}`;
  return signedText(standing)?.startsWith('Preliminär') ? `${text}; ändrad därefter` : text;
}

function corrections({ corrections: all }: ReportToWrite): readonly Block[] {
  if (all.length === 0) return [];
  return [
    paragraph('Ändrat sedan den version som fullmäktige godkände:'),
    { kind: 'list', items: all.map(laterChangeText) },
  ];
}

/** What the council has decided on this period's report, with money and orders. */
export function decisionChapter(report: MunicipalToWrite): readonly Block[] {
  const { content, decision } = report;
  const all = [...content.decisions, ...(decision ? [decision] : [])].filter(isFirst);
  const names = new Map(
    content.committees.map(({ committeeId, committeeName }) => [committeeId, writtenText(committeeName)]),
  );
  return section(
    1,
    'Kommunfullmäktiges beslut',
    all.flatMap((one) => decisionBlocks(one, names)),
  );
}

/** A decision may stand both among the earlier ones and as this version's. */
function isFirst(decision: CouncilDecision, at: number, all: readonly CouncilDecision[]): boolean {
  return all.findIndex(({ version, seal }) => version === decision.version && seal === decision.seal) === at;
}

function decisionBlocks(decision: CouncilDecision, names: ReadonlyMap<string, string>): readonly Block[] {
  const { registrationNumber, why, appropriations, orders } = decision;
  const number = writtenText(registrationNumber);
  const nameOf = (id: string) => names.get(id) ?? id;
  return [
    paragraph(sentence(`${decidedText(decision)}${number === '' ? '' : `, diarienummer ${number}`}`)),
    ...writtenParagraphs(why).map((line) => paragraph(line)),
    ...table(
      'Tilläggsanslag i beslutet, tkr',
      [textColumn('Nämnd', 50), textColumn('Gäller från', 25), amountColumn('Belopp', 25)],
      appropriations.map(({ committeeId, validFrom, amountKr }) => ({
        cells: [nameOf(committeeId), swedishDate(validFrom), inThousands(amountKr)],
      })),
    ),
    ...table(
      'Uppdrag i beslutet',
      [textColumn('Uppdrag', 50), textColumn('Nämnd', 30), textColumn('Klart senast', 20)],
      orders.map(({ text, committeeId, dueOn }) => ({
        cells: [writtenLines(text) || MISSING, nameOf(committeeId), dueOn === '' ? NOTHING : swedishDate(dueOn)],
      })),
    ),
  ];
}
