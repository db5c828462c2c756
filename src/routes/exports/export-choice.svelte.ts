import { SvelteSet } from 'svelte/reactivity';
import { exportFileName } from '#messages/export-file-name.ts';
import { Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import { Transfer } from '#routes/jobs/transfer.svelte.ts';
import { saveBlob } from '#ui/save-blob.ts';
import type { ExportColumn, ExportFormat, ExportWhat } from '#worker/exports/export-types.ts';
import type { Settings } from '#worker/device/settings-types.ts';
import type { JobEnd } from '#worker/jobs/job-types.ts';
import { askPlace, dropEmpty } from './export-place.ts';

type Style = Settings['exportStyle'];

/** What a person chooses of one export, and the export itself. Begins as it was chosen last time. */
export class ExportChoice {
  readonly transfer = new Transfer<'export'>();
  readonly what: ExportWhat;
  /** The columns to choose from; none where they are fixed. */
  readonly columns: Reading<readonly ExportColumn[]>;
  readonly #session: Session;
  readonly #customer: string | null;
  readonly #hidden: SvelteSet<ExportColumn>;
  #delimiter = $state<Style['delimiter']>(',');
  #bom = $state(true);
  #format = $state<ExportFormat>('csv');

  /** `customer`: the name of the customer whose data it is; null: of all customers. */
  constructor(session: Session, what: ExportWhat, customer: string | null) {
    const { exportHidden, exportStyle, exportFormat } = session.settings;
    this.what = what;
    this.columns = new Reading<readonly ExportColumn[]>(session, {
      query: {},
      ask: (api) => api.exportColumns(what.kind),
    });
    this.#session = session;
    this.#customer = customer;
    this.#hidden = new SvelteSet(exportHidden[what.kind] ?? []);
    this.#delimiter = exportStyle.delimiter;
    this.#bom = exportStyle.bom;
    this.#format = exportFormat;
  }

  get delimiter(): Style['delimiter'] {
    return this.#delimiter;
  }

  set delimiter(delimiter: Style['delimiter']) {
    this.#delimiter = delimiter;
  }

  get bom(): boolean {
    return this.#bom;
  }

  set bom(bom: boolean) {
    this.#bom = bom;
  }

  get format(): ExportFormat {
    return this.#format;
  }

  set format(format: ExportFormat) {
    this.#format = format;
  }

  /** How many of the columns are in the file. */
  get shown(): number {
    return this.columns.answer?.filter((column) => !this.#hidden.has(column)).length ?? 0;
  }

  /** True when there is something to write. */
  get isWhole(): boolean {
    const columns = this.columns.answer;
    return columns !== undefined && (columns.length === 0 || this.shown > 0);
  }

  isShown(column: ExportColumn): boolean {
    return !this.#hidden.has(column);
  }

  show(columns: readonly ExportColumn[], shown: boolean): void {
    for (const column of columns) {
      if (shown) this.#hidden.delete(column);
      else this.#hidden.add(column);
    }
  }

  /** Writes the file and keeps the choices; null when the person wanted it nowhere. */
  async run(): Promise<JobEnd<'export'> | null> {
    const session = this.#session;
    const { kind } = this.what;
    const format = this.#format;
    const name = exportFileName(session.m, {
      kind,
      customer: this.#customer,
      at: session.now(),
      format,
    });
    const place = await askPlace(name, format);
    if (place.kind === 'nowhere') return null;

    const hidden = [...this.#hidden];
    const style: Style = { delimiter: this.#delimiter, bom: this.#bom };
    const exportHidden = { ...session.settings.exportHidden, [kind]: hidden };
    // a device that cannot keep the choices can still export
    await session
      .changeSettings({ exportHidden, exportStyle: style, exportFormat: format })
      .catch(() => undefined);

    const to = place.kind === 'file' ? place.file : null;
    const end = await this.transfer.run(session.client, {
      kind: 'export',
      what: this.what,
      locale: session.locale,
      format,
      style,
      hidden,
      to,
    });
    if (end.kind === 'done' && end.value.kind === 'file') saveBlob(end.value.blob, name);
    if (end.kind !== 'done' && to !== null) await dropEmpty(to);
    return end;
  }
}
