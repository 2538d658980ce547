import { type Activity, MessageFactory } from 'botbuilder';
import type { Month } from '../domain/period.ts';
import { findMunicipalReport } from '../features/reporting/find-report.ts';
import { openedReportPeriods } from '../features/reporting/report-periods.ts';
import { reportProblemText } from '../report-texts.ts';
import { texts } from '../texts.ts';
import { isPersonal } from './incoming.ts';
import { municipalReportTexts } from './municipal-report-texts.ts';
import { reviewAnswer } from './municipal-review.ts';
import { reportAnswer } from './municipal-turn.ts';
import type { Asked } from './questions.ts';
import { answerMessage } from './render-notice.ts';
import { ANYBODY, doerIn } from './report-doer.ts';

type Reply = Partial<Activity>;

/** The municipality's report, of the newest period when none is named. In a channel only what the council has approved. */
export async function answerMunicipalReport(asked: Asked, period?: Month): Promise<Reply> {
  if (!asked.inForce) return MessageFactory.text(texts.noPlan);
  if (!isPersonal(asked.activity)) return inChannel(asked, period);
  const wanted = period ?? (await newestPeriod(asked));
  if (wanted === undefined) return MessageFactory.text(municipalReportTexts.nothingOpen);
  const found = await findMunicipalReport(asked.ports, wanted, await doerIn(asked));
  return found.ok
    ? answerMessage(reportAnswer(asked, found.value))
    : MessageFactory.text(reportProblemText(found.problem));
}

/** The joint review of a period's report, of the newest when none is named. */
export async function answerReview(asked: Asked, period?: Month): Promise<Reply> {
  if (!asked.inForce) return MessageFactory.text(texts.noPlan);
  if (!isPersonal(asked.activity)) return MessageFactory.text(municipalReportTexts.reviewInPersonalChat);
  const wanted = period ?? (await newestPeriod(asked));
  if (wanted === undefined) return MessageFactory.text(municipalReportTexts.nothingOpen);
  const doer = await doerIn(asked);
  const found = await findMunicipalReport(asked.ports, wanted, doer);
  return found.ok
    ? answerMessage(reviewAnswer(asked, found.value, doer))
    : MessageFactory.text(reportProblemText(found.problem));
}

async function newestPeriod({ ports }: Asked): Promise<Month | undefined> {
  return (await openedReportPeriods(ports))[0]?.period;
}

/** Everybody there reads it: the newest that is approved, as it was approved. */
async function inChannel(asked: Asked, period?: Month): Promise<Reply> {
  const periods = period === undefined ? await openedReportPeriods(asked.ports) : [{ period }];
  for (const { period: wanted } of periods) {
    const found = await findMunicipalReport(asked.ports, wanted, ANYBODY);
    if (found.ok) return answerMessage(reportAnswer(asked, found.value, { open: true }));
  }
  return MessageFactory.text(municipalReportTexts.notApprovedInChannel);
}
