import type { CustomerId } from '#customers/customer.ts';
import type { BackupProblem } from '#store/backup-reader.ts';
import type { Settings } from '#worker/device/settings-types.ts';

/** A customer in numbers: users, saved changes, and users whose changes are pending. */
export interface CustomerNumbers {
  readonly name: string;
  readonly users: number;
  readonly changes: number;
  readonly pending: number;
  /** In ms. */
  readonly dataAt: number;
}

/** A customer of a backup, and what a restore replaces by it. */
export interface BackupCustomer extends CustomerNumbers {
  readonly id: CustomerId;
  /** It could not be read any more when it was saved, and comes back like that. */
  readonly isDamaged: boolean;
  /** What this device has under the same id; null: nothing. */
  readonly here:
    (CustomerNumbers & { readonly version: number; readonly isSyncing: boolean }) | null;
}

/** What is in a backup, before anything is restored. */
export interface BackupView {
  /** In ms. */
  readonly madeAt: number;
  /** Of its format. */
  readonly version: number;
  /** False for older versions: nobody can tell whether it was altered. */
  readonly hasDigest: boolean;
  readonly customers: readonly BackupCustomer[];
  /** Of no customer: added where this device has none of it. */
  readonly presets: number;
  readonly rules: number;
  /** The settings of the device that made it; null where it carries none. */
  readonly settings: {
    readonly valid: Partial<Settings>;
    /** Those that say something impossible: they are never taken. */
    readonly refused: readonly (keyof Settings)[];
    /** Rules that were switched on or off there. */
    readonly switches: number;
  } | null;
}

/** Customers, or everything with null, as a file; only to be opened with the passphrase, where there is one. */
export interface BackupAsk {
  readonly customers: readonly CustomerId[] | null;
  readonly passphrase: string | null;
}

export interface ReadBackupAsk {
  readonly file: File;
  readonly passphrase: string | null;
}

export interface RestoreAsk extends ReadBackupAsk {
  /** The customers on this device that the person saw replaced, each with its version then. */
  readonly replaces: readonly { readonly id: CustomerId; readonly version: number }[];
  readonly takesSettings: boolean;
}

interface BackupRefused {
  readonly kind: 'backupRefused';
  readonly why: BackupProblem;
}

export type ReadBackupValue =
  { readonly kind: 'backupRead'; readonly backup: BackupView } | BackupRefused;

/** `restoreMoved`: something that it replaces is not as the person saw it, and nothing was done. */
export type RestoreValue =
  | { readonly kind: 'restored'; readonly customers: number }
  | { readonly kind: 'restoreMoved' }
  | BackupRefused;
