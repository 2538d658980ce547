import { archive } from './archive.ts';
import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { planAssess } from './plan-assess.ts';
import { planCheck } from './plan-check.ts';
import { planCoverage } from './plan-coverage.ts';
import { planDiff } from './plan-diff.ts';
import { planExport } from './plan-export.ts';
import { planImport } from './plan-import.ts';
import { planNextYear } from './plan-next-year.ts';
import { planPart, planParts } from './plan-part.ts';
import { planTemplate } from './plan-template.ts';
import { planVersions } from './plan-versions.ts';
import { reportStatus } from './report-status.ts';
import { reportVerify } from './report-verify.ts';
import { reportWrite } from './report-write.ts';
import { roundPause, roundRehearse, roundRehearseEnd, roundResume, roundStart } from './round-change.ts';
import { roundLedger } from './round-ledger.ts';
import { roundPlan } from './round-plan.ts';
import { roundResend, roundSettle } from './round-settle.ts';
import { roundStatus } from './round-status.ts';

/** Every command, in the order that the help lists them. */
export const commands: readonly Command[] = [
  planTemplate,
  planCheck,
  planImport,
  planExport,
  planVersions,
  planDiff,
  planCoverage,
  planAssess,
  planPart,
  planParts,
  planNextYear,
  archive,
  ask,
  reportStatus,
  reportVerify,
  reportWrite,
  roundStatus,
  roundPlan,
  roundStart,
  roundPause,
  roundResume,
  roundRehearse,
  roundRehearseEnd,
  roundLedger,
  roundSettle,
  roundResend,
];
