import { awaitedCommands } from './awaited/awaited-commands.ts';
import { changeCommands } from './changes/change-commands.ts';
import { reportCommands } from './changes/report-commands.ts';
import { cloudCommands } from './cloud/cloud-commands.ts';
import { customerCommands } from './customers/customer-commands.ts';
import type { Desk } from './desk.ts';
import { exportCommands } from './exports/export-commands.ts';
import { freedCommands } from './freed/freed-commands.ts';
import { handoverCommands } from './handover/handover-commands.ts';
import { historyCommands } from './history/history-commands.ts';
import { importCommands } from './imports/import-commands.ts';
import { jobCommands } from './jobs/job-commands.ts';
import type { Jobs } from './jobs/jobs.ts';
import { licenseCommands } from './licenses/license-commands.ts';
import { listCommands } from './lists/list-commands.ts';
import { fillCommands } from './manage/fill-commands.ts';
import { manageCommands } from './manage/manage-commands.ts';
import { saveCommands } from './manage/save-commands.ts';
import { outcomeCommands } from './outcomes/outcome-commands.ts';
import { retryCommands } from './outcomes/retry-commands.ts';
import { pendingCommands } from './pending/pending-commands.ts';
import { presetCommands } from './presets/preset-commands.ts';
import { rulesCommands } from './rules/rule-commands.ts';
import { selectionCommands } from './selection/selection-commands.ts';
import { sheetCommands } from './sheets/sheet-commands.ts';
import { syncCommands } from './sync/sync-commands.ts';
import type { SyncDesk } from './sync/sync-desk.ts';
import { reversalCommands } from './undo/reversal-commands.ts';
import { undoCommands } from './undo/undo-commands.ts';
import { userCommands } from './users/user-commands.ts';

/** The commands of every noun, but for those that the first screen waits for (`kernelCommands`). */
export function restCommands(desk: Desk, syncs: SyncDesk, jobs: Jobs) {
  return {
    ...customerCommands(desk),
    ...licenseCommands(desk),
    ...userCommands(desk),
    ...selectionCommands(desk),
    ...listCommands(desk),
    ...importCommands(desk),
    ...awaitedCommands(desk),
    ...freedCommands(desk),
    ...manageCommands(desk),
    ...fillCommands(desk),
    ...presetCommands(desk),
    ...saveCommands(desk),
    ...changeCommands(desk),
    ...reportCommands(desk),
    ...reversalCommands(desk),
    ...handoverCommands(desk),
    ...historyCommands(desk),
    ...exportCommands(),
    ...rulesCommands(desk),
    ...undoCommands(desk),
    ...syncCommands(desk, syncs),
    ...pendingCommands(desk),
    ...sheetCommands(desk),
    ...outcomeCommands(desk, syncs),
    ...retryCommands(desk),
    ...cloudCommands(desk),
    ...jobCommands(jobs),
  };
}
