import type { WorkbookFault } from '#users/import-problem.ts';

/** Thrown inside the reading of a workbook; `workbookAsCsv` turns it into a value. */
export class BadWorkbook extends Error {
  override readonly name = 'BadWorkbook';
  readonly fault: WorkbookFault;

  constructor(fault: WorkbookFault) {
    super(fault);
    this.fault = fault;
  }
}
