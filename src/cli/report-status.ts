import type { CommitteeStanding } from '../domain/report-content.ts';
import type { CouncilDecision } from '../domain/report-record.ts';
import { decisionsWaiting, type WaitingDecision } from '../features/reporting/carry-out-decision.ts';
import { loadMunicipalReport } from '../features/reporting/load-report.ts';
import type { VersionHead } from '../ports.ts';
import { MUNICIPALITY } from '../ports.ts';
import { reportProblemText } from '../report-texts.ts';
import { asWritten } from '../words/outlet.ts';
import { missingText, reportStateWords, reportTitle, standingWord } from '../words/report-words.ts';
import { swedishDate, swedishDateTime } from '../words/swedish.ts';
import { type Command, Refusal } from './command.ts';
import { givenPeriod } from './round-reading.ts';
import { textTable } from './text-table.ts';

export const reportStatus: Command = {
  name: 'report status',
  takes: ['PERIOD'],
  does: 'visa var en rapport är: nämnderna, sammanställda versioner med sigill, och fullmäktiges beslut',
  options: {},
  async run(given, { openStores }) {
    const period = givenPeriod(given);
    const ports = await openStores();
    const [report, versions, waiting] = await Promise.all([
      loadMunicipalReport(ports, period),
      ports.reports.versions(period),
      decisionsWaiting(ports),
    ]);
    if (!report) throw new Refusal('NO_SUCH_PERIOD', `Planen följer inte upp ${period}.`);
    const { content, records } = report;
    const state = records.get(MUNICIPALITY)?.state ?? 'open';
    const last = content.statutory ? `Lagens sista dag är ${swedishDate(content.statutory.lastDay)}.` : '';
    return {
      text: [
        `${reportTitle(content.kind, period)}: ${reportStateWords[state]}. ${last}`.trim(),
        standingsTable(content.standings),
        versionsText(versions),
        waitingText(waiting.filter((one) => one.period === period)),
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
      data: {
        period,
        state,
        standings: content.standings,
        versions,
        ...(content.statutory ? { statutory: content.statutory } : {}),
      },
    };
  },
};

function standingsTable(standings: readonly CommitteeStanding[]): string {
  const rows = standings.map((standing) => [
    standing.committeeId,
    standingWord(standing),
    standing.missing.map((part) => missingText(part, asWritten)).join('; '),
  ]);
  return textTable(['Nämnd', 'Läge', 'Saknas'], rows);
}

function versionsText(versions: readonly VersionHead[]): string {
  return versions
    .map(({ number, compiledAt, compiledBy, reason, seal, decision }) =>
      [
        `Version ${number}, sammanställd ${swedishDateTime(new Date(compiledAt))} av ${compiledBy}${reason === undefined ? '' : `: ${reason}`}`,
        `  sigill ${seal}`,
        ...(decision ? [`  ${decisionText(decision)}`] : []),
      ].join('\n'),
    )
    .join('\n');
}

function decisionText({ outcome, date, paragraph, registrationNumber }: CouncilDecision): string {
  const what = outcome === 'approved' ? 'godkänd' : 'återsänd';
  return `${what} av kommunfullmäktige ${swedishDate(date)}, ${paragraph}, dnr ${registrationNumber}`;
}

/** A decision that its plan has no room for any more is for a person to look at. */
function waitingText(waiting: readonly WaitingDecision[]): string {
  return waiting
    .map(({ decision, problem }) => {
      const why = problem ? reportProblemText(problem) : 'Tjänsten för in det vid nästa runda.';
      return `Beslutet ${decision.paragraph} är inte infört i planen ännu. ${why}`;
    })
    .join('\n');
}
