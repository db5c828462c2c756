import { untrack } from 'svelte';
import { saveBlob } from '#ui/save-blob.ts';
import type { BackupView, ReadBackupValue, RestoreAsk } from '#worker/customers/backup-types.ts';
import type { Session } from '#routes/session.svelte.ts';
import { Transfer } from '#routes/jobs/transfer.svelte.ts';

type BackupProblem = Extract<ReadBackupValue, { readonly kind: 'backupRefused' }>['why'];

/** One backup file, from looking into it to its end. Nothing on this device moves before the person says so. */
export class Restoration {
  readonly file: File;
  readonly reading = new Transfer<'readBackup'>();
  readonly saving = new Transfer<'backup'>();
  readonly restoring = new Transfer<'restore'>();
  passphrase = $state('');
  takesSettings = $state(false);
  savesFirst = $state(true);
  /** The number that was typed. */
  typed = $state('');
  readonly #session: Session;
  #backup = $state.raw<BackupView | null>(null);
  #problem = $state.raw<BackupProblem | null>(null);
  #isMoved = $state(false);
  #restored = $state<number | null>(null);

  constructor(session: Session, file: File) {
    this.#session = session;
    this.file = file;
  }

  /** What is in it; null before it was read. */
  get backup(): BackupView | null {
    return this.#backup;
  }

  /** Why it cannot be read; null where nothing is wrong. */
  get problem(): BackupProblem | null {
    return this.#problem;
  }

  /** True when it has to be opened with a passphrase. */
  get asksPassphrase(): boolean {
    const { kind } = this.#problem ?? { kind: null };
    return kind === 'sealed' || kind === 'wrongPassphrase';
  }

  /** True where what is shown is new, because something had changed. */
  get isMoved(): boolean {
    return this.#isMoved;
  }

  /** How many customers were restored; null before. */
  get restored(): number | null {
    return this.#restored;
  }

  /** The customers on this device that it would replace. */
  get replaced(): NonNullable<BackupView['customers'][number]['here']>[] {
    return this.#backup?.customers.flatMap(({ here }) => here ?? []) ?? [];
  }

  /** Users on this device who would lose their pending changes. */
  get lost(): number {
    return this.replaced.reduce((sum, { pending }) => sum + pending, 0);
  }

  get running(): boolean {
    return this.reading.running || this.saving.running || this.restoring.running;
  }

  /** True when everything was said that has to be. */
  get isReady(): boolean {
    const isConfirmed = this.lost === 0 || this.typed.trim() === String(this.lost);
    return this.#backup !== null && isConfirmed && !this.running;
  }

  /** Looks into the file. */
  async look(): Promise<void> {
    const { file } = this;
    const end = await this.reading.run(this.#session.client, {
      kind: 'readBackup',
      file,
      passphrase: this.#said,
    });
    if (end.kind !== 'done') return;
    const { value } = end;
    this.#backup = value.kind === 'backupRead' ? value.backup : null;
    this.#problem = value.kind === 'backupRefused' ? value.why : null;
  }

  /** Null where none was typed. */
  get #said(): string | null {
    const passphrase = untrack(() => this.passphrase);
    return passphrase === '' ? null : passphrase;
  }

  /** Saves what is replaced where that is wanted, then restores. */
  async restore(): Promise<void> {
    const backup = this.#backup;
    if (backup === null || !this.isReady) return;
    const replaces = backup.customers.flatMap(({ id, here }) =>
      here === null ? [] : [{ id, version: here.version }],
    );
    const customers = replaces.map(({ id }) => id);
    if (this.savesFirst && customers.length > 0) {
      const { client } = this.#session;
      const end = await this.saving.run(client, { kind: 'backup', customers, passphrase: null });
      if (end.kind !== 'done') return;
      saveBlob(end.value.blob, end.value.name);
    }
    await this.#putBack(replaces);
  }

  async #putBack(replaces: RestoreAsk['replaces']): Promise<void> {
    const { file, takesSettings } = this;
    const end = await this.restoring.run(this.#session.client, {
      kind: 'restore',
      file,
      passphrase: this.#said,
      replaces,
      takesSettings,
    });
    if (end.kind !== 'done') return;
    const { value } = end;
    if (value.kind === 'restoreMoved') {
      this.typed = '';
      await this.look();
      this.#isMoved = true;
      return;
    }
    if (value.kind === 'backupRefused') this.#problem = value.why;
    if (value.kind !== 'restored') return;
    this.#restored = value.customers;
    if (this.takesSettings) await this.#session.readSettings();
  }
}
