import type { Plan } from '../../domain/plan.ts';
import type { CommitteeReportContent, MunicipalReportContent } from '../../domain/report-content.ts';
import { NO_TEXTS } from '../../domain/report-record.ts';
import { isHandedIn, maySeeTexts } from '../../domain/report-roles.ts';
import type { StoredReport } from '../../ports.ts';
import type { LoadedMunicipalReport } from './load-report.ts';
import type { CommitteeReportView } from './report-view.ts';

/** A committee's report without the texts that it is still writing, for whom they are not meant. */
export function withoutDraft(view: CommitteeReportView, upn: string): CommitteeReportView {
  const { content, record, state, inForce } = view;
  if (maySeeTexts(inForce.plan, upn, { committeeId: content.committeeId, state })) return view;
  return { ...view, content: withoutTexts(content), ...(record && { record: withoutTexts(record) }) };
}

/** The municipality's report without the texts that committees are still writing, for whom they are not meant. */
export function withoutCommitteeDrafts(loaded: LoadedMunicipalReport, upn: string): LoadedMunicipalReport {
  const { content, records, inForce } = loaded;
  const isSeen = (committeeId: string) => seesTexts(inForce.plan, upn, committeeId, records);
  return {
    ...loaded,
    content: {
      ...content,
      committees: content.committees.map((one) => (isSeen(one.committeeId) ? one : withoutTexts(one))),
    },
    records: new Map(
      [...records].map(([scope, record]) => [
        scope,
        !isOfCommittee(content, scope) || isSeen(scope) ? record : withoutTexts(record),
      ]),
    ),
  };
}

/** What is compiled says what committees stand for: a text that was never handed in, or that was sent back, is not among it. */
export function publishable(
  content: MunicipalReportContent,
  records: ReadonlyMap<string, StoredReport>,
): MunicipalReportContent {
  const committees = content.committees.map((one) =>
    isHandedIn(records.get(one.committeeId)?.state ?? 'open') ? one : withoutTexts(one),
  );
  return { ...content, committees };
}

function seesTexts(plan: Plan, upn: string, committeeId: string, records: ReadonlyMap<string, StoredReport>): boolean {
  return maySeeTexts(plan, upn, { committeeId, state: records.get(committeeId)?.state ?? 'open' });
}

function isOfCommittee({ committees }: MunicipalReportContent, scope: string): boolean {
  return committees.some(({ committeeId }) => committeeId === scope);
}

function withoutTexts<Texted extends CommitteeReportContent | StoredReport>(texted: Texted): Texted {
  return { ...texted, texts: NO_TEXTS };
}
