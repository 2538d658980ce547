import type { ReportStore } from '../ports.ts';
import type { Table } from './storage.ts';

const later = (): Promise<never> => Promise.reject(new Error('not written yet'));

export class ReportRows implements ReportStore {
  readonly table: Table;
  constructor(table: Table) {
    this.table = table;
  }
  find = later;
  findPeriod = later;
  history = later;
  save = later;
  agreedMeasures = later;
  agree = later;
  freeze = later;
  findVersion = later;
  versions = later;
  decide = later;
  decisionsToCarryOut = later;
  carriedOut = later;
  verify = later;
  keepPosted = later;
  lastPosted = later;
}
