import { Cancelled, partPace, uncounted, type Pace } from '#base/pace.ts';
import { type CustomerFiles, readCustomerFiles } from '#csv/read-customer-files.ts';
import { unread } from '#csv/read-file.ts';
import { inTurns } from '#base/steps.ts';
import { byDomains } from '#csv/split-by-domain.ts';
import { listCustomers } from '#store/customers.ts';
import { isDiskFull } from '#store/disk-full.ts';
import { keepMapping } from '#store/mappings.ts';
import type { Desk } from '#worker/desk.ts';
import type { JobFailed } from '#worker/jobs/job-types.ts';
import { knownCatalog } from '#worker/licenses/known-catalog.ts';
import { knownProducts, saidNames } from '#worker/licenses/known-products.ts';
import { namesAmong } from '#worker/licenses/product-names.ts';
import { listsAmong } from '#worker/lists/lists-among.ts';
import { openNamesOfParts, type ReadImport, saidAt, withMeanings } from './customer-meanings.ts';
import { encodingPrior } from './encoding-prior.ts';
import { foundDomains } from './found-domains.ts';
import { previewRows } from './import-preview.ts';
import type {
  ImportAsk,
  ImportedFile,
  ImportedParts,
  ImportedValue,
  ImportPartsAsk,
  ImportSummary,
  ImportUnanswered,
  OpenNamesOfPartsAsk,
  OpenNamesView,
  ReadFilesAsk,
  WhoGoes,
  WhoGoesAsk,
} from './import-types.ts';
import { likelyCustomer } from './likely-customer.ts';
import { seatwiseFiles } from './seatwise-files.ts';
import { sheetFile, type SheetFile, withSheets } from './sheet-files.ts';
import { userMappings } from './user-mappings.ts';
import { whoGoes } from './who-goes.ts';
import { meantAt, writeInto } from './write-import.ts';

const notRead: JobFailed = {
  failure: { kind: 'unexpected', detail: 'these files were not read' },
};

/** Reads files, shows what they hold, and imports them when the person says so. Nothing is kept in between but here. */
export class ImportDesk {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /**
   * Reads files of one customer; Seatwise's own and assignment lists among them are only told apart. What they
   * bring stays here until it is imported or other files are read.
   */
  async read({ files: chosen, choices, locale }: ReadFilesAsk, pace: Pace): Promise<ImportSummary> {
    const sheets: SheetFile[] = [];
    for (const file of chosen) sheets.push(await sheetFile(file, pace));
    const files = sheets.map(({ file }) => file);
    const bad = new Set(sheets.filter(({ problem }) => problem !== null).map(({ file }) => file));
    const named = [...(await knownProducts(this.#desk.db)), ...(await saidNames(this.#desk.db))];
    const own = await seatwiseFiles(files);
    // the list is read again from the file itself, which a workbook is not
    const texts = new Set(sheets.flatMap(({ file, sheet }) => (sheet === null ? [file] : [])));
    const listed = await namesAmong(files, choices);
    const names = new Set([...listed].filter((file) => texts.has(file)));
    const lists = await listsAmong(files, choices, named);
    const apart = [own, names, lists, bad];
    const others = files.filter((file) => !apart.some((some) => some.has(file)));
    const said = new Map(
      files.flatMap((file, index) => {
        const choice = choices[index];
        return choice === undefined ? [] : [[file, choice] as const];
      }),
    );
    const rest = await readCustomerFiles(others, { named, owned: new Set() }, pace, {
      choices: said,
      prior: encodingPrior(locale),
      mappings: await userMappings(this.#desk.db),
    });
    const found = withSheets(rest, sheets);
    const told = files.map((file, index): ImportedFile => {
      const { sheet } = sheets[index] ?? { sheet: null };
      const workbook = sheet === null ? null : { sheet, text: file };
      const bytes = chosen[index]?.size ?? file.size;
      const ours = own.get(file);
      if (ours !== undefined) return { ...unread(file), kind: ours, list: null, workbook };
      if (names.has(file)) return { ...unread(file), kind: 'productNames', list: null, workbook };
      const list = lists.get(file);
      if (list !== undefined) {
        const { encoding } = list;
        return { ...unread(file), bytes, kind: 'assignmentList', encoding, list, workbook };
      }
      const read = found.files[others.indexOf(file)] ?? unread(file);
      return { ...read, bytes, list: null, workbook };
    });
    await this.#remember(found.files);
    const importId = crypto.randomUUID();
    this.#desk.imports.clear();
    const isDamaged = found.files.some(({ damage }) => damage !== null);
    const { batch, named: byName, isWhole } = found;
    const mayBeLists = told.flatMap(({ name, header }, index) =>
      header?.mayBeList === true && (choices[index]?.as ?? null) === null ? [name] : [],
    );
    const read = { named: byName, isDamaged, mayBeLists, isWhole };
    if (batch) this.#desk.imports.set(importId, { batch, ...read });
    const bytes = others.reduce((sum, { size }) => sum + size, 0);
    const afterwards = partPace(pace, { before: bytes, size: 0, total: bytes });
    const domains = batch ? await foundDomains(this.#desk, batch, afterwards) : [];
    return { ...(await this.#summary(importId, told, found)), domains };
  }

  /** Who would change, and who would be marked as gone were what was read the whole customer. */
  async whoGoes(
    { importId, customerId, domains, meanings }: WhoGoesAsk,
    pace: Pace,
  ): Promise<WhoGoes | JobFailed> {
    const read = this.#desk.imports.get(importId);
    if (!read) return notRead;
    const batch =
      domains === null
        ? read.batch
        : (await inTurns(byDomains(read.batch), uncounted(pace)))(domains);
    const named = await withMeanings(this.#desk, { ...read, batch });
    const said = domains === null ? meanings : await saidAt(this.#desk, customerId, meanings);
    const meant = await meantAt(
      this.#desk,
      named,
      { into: customerId, meanings: said },
      { pace, isWhole: true },
    );
    return whoGoes(this.#desk.db, customerId, meant, pace);
  }

  /** The names in files of several customers that mean no one product of some customer. */
  async openNames(
    { importId, ...ask }: OpenNamesOfPartsAsk,
    pace: Pace,
  ): Promise<OpenNamesView | JobFailed> {
    const read = this.#desk.imports.get(importId);
    return read ? openNamesOfParts(this.#desk, read, ask, pace) : notRead;
  }

  /** Imports what was read. */
  async write(
    request: ImportAsk,
    pace: Pace,
  ): Promise<ImportedValue | ImportUnanswered | JobFailed> {
    const read = this.#agreed(request, [request]);
    if ('failure' in read || 'kind' in read) return read;
    if (request.wholeCustomer && !read.isWhole) {
      return { failure: { kind: 'unexpected', detail: 'these files may lack users' } };
    }
    const named = await withMeanings(this.#desk, read);
    const end = await writeInto(this.#desk, named, request, pace);
    if (!('failure' in end)) this.#desk.imports.delete(request.importId);
    return end;
  }

  /** Imports what was read into several customers, one after the other; one that fails stops none of the others. */
  async writeParts(
    request: ImportPartsAsk,
    pace: Pace,
  ): Promise<ImportedParts | ImportUnanswered | JobFailed> {
    const read = this.#agreed(request, request.parts);
    if ('failure' in read || 'kind' in read) return read;
    const parts: (ImportedValue | JobFailed)[] = [];
    const job = { isCancelled: false };
    const named = await withMeanings(this.#desk, read);
    const batchOf = await inTurns(byDomains(read.batch), uncounted(pace));
    const batches = request.parts.map(({ into, domains }) => ({ into, batch: batchOf(domains) }));
    const total = batches.reduce((sum, { batch }) => sum + (batch.users?.length ?? 0), 0);
    let before = 0;
    for (const { into, batch } of batches) {
      if (job.isCancelled) {
        parts.push(partFailed(new Cancelled()));
        continue;
      }
      const part = { ...named, batch };
      const size = batch.users?.length ?? 0;
      const its = partPace(pace, { before, size, total });
      before += size;
      const at = into.kind === 'new' ? null : into.id;
      const meanings = await saidAt(this.#desk, at, request.meanings);
      const written = writeInto(this.#desk, part, { into, wholeCustomer: false, meanings }, its);
      parts.push(
        await written.catch((error: unknown) => {
          job.isCancelled = error instanceof Cancelled;
          return partFailed(error);
        }),
      );
    }
    if (parts.every((part) => !('failure' in part))) this.#desk.imports.delete(request.importId);
    return { parts };
  }

  /** What was read, where it may be imported: what may be a list changes nobody who is here unasked. */
  #agreed(
    {
      importId,
      takesDamage,
      takesAsHeld,
    }: Pick<ImportAsk, 'importId' | 'takesDamage' | 'takesAsHeld'>,
    targets: readonly Pick<ImportAsk, 'into'>[],
  ): ReadImport | ImportUnanswered | JobFailed {
    const read = this.#desk.imports.get(importId);
    if (!read) return notRead;
    if (read.isDamaged && !takesDamage) {
      return { failure: { kind: 'unexpected', detail: 'nobody agreed to damaged text' } };
    }
    const changes = targets.some(({ into }) => into.kind === 'existing');
    if (read.mayBeLists.length > 0 && !takesAsHeld && changes) {
      return { kind: 'mayBeLists', files: read.mayBeLists };
    }
    return read;
  }

  /** What a person said of columns holds for the next file with this header. */
  async #remember(files: CustomerFiles['files']): Promise<void> {
    const { db, now } = this.#desk;
    for (const { header } of files) {
      if (header?.by !== 'said') continue;
      const { key, columns } = header;
      await keepMapping(db, { kind: 'users', header: key, columns, savedAt: now() });
    }
  }

  async #summary(
    importId: string,
    files: readonly ImportedFile[],
    found: CustomerFiles,
  ): Promise<Omit<ImportSummary, 'domains'>> {
    const { batch, isWhole, fatal, warnings, warningCount, suggestedName } = found;
    const customers = await listCustomers(this.#desk.db);
    return {
      importId,
      files,
      users: batch?.users?.length ?? 0,
      deleted: batch?.removed?.length ?? 0,
      products: batch?.products?.length ?? 0,
      isWhole,
      fatal,
      warnings,
      warningCount,
      suggestedName: suggestedName ?? '',
      tenantId: batch?.tenantId ?? null,
      sample: batch ? previewRows(batch, await knownCatalog(this.#desk.db)) : [],
      suggestedCustomer: batch ? likelyCustomer(batch, customers) : null,
    };
  }
}

/** A part that was cut off: the others are told all the same. */
const partFailed = (error: unknown): JobFailed => ({
  failure: {
    kind: isDiskFull(error) ? 'quota' : 'unexpected',
    detail: error instanceof Error ? error.message : String(error),
  },
});
