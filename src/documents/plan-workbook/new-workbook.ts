import type { Workbook } from '@cj-tech-master/excelts';

/** An empty workbook. The library is loaded with the first one: most starts of the service write none. */
export async function newWorkbook(): Promise<Workbook> {
  const { Workbook } = await import('@cj-tech-master/excelts');
  return new Workbook();
}
