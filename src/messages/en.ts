import { enFirst } from './en-first.ts';
import { palette } from './en/palette.ts';
import { finding } from './en/finding.ts';
import { signIn } from './en/sign-in.ts';
import { customer } from './en/customer.ts';
import { entitlements } from './en/entitlements.ts';
import { fileForms } from './en/file-forms.ts';
import { importing } from './en/importing.ts';
import { assignmentLists } from './en/assignment-lists.ts';
import { problems } from './en/problems.ts';
import { lists } from './en/lists.ts';
import { restore } from './en/restore.ts';
import { settings } from './en/settings.ts';
import { reversal } from './en/reversal.ts';
import { rules } from './en/rules.ts';
import { binding } from './en/binding.ts';
import { registerApp } from './en/register-app.ts';
import { user } from './en/user.ts';
import { licenseErrors } from './en/license-errors.ts';
import { users } from './en/users.ts';
import { manage } from './en/manage.ts';
import { fill } from './en/fill.ts';
import { handover } from './en/handover.ts';
import { swap } from './en/swap.ts';
import { issues } from './en/issues.ts';
import { changes } from './en/changes.ts';
import { sheet } from './en/sheet.ts';
import { exports } from './en/exports.ts';
import { history } from './en/history.ts';
import { report } from './en/report.ts';
import { pull } from './en/pull.ts';
import { undo } from './en/undo.ts';
import { drift } from './en/drift.ts';
import { sync } from './en/sync.ts';
import { pending } from './en/pending.ts';
import { guide } from './en/guide.ts';
import { shortcuts } from './en/shortcuts.ts';

export const en = {
  ...enFirst,
  palette,
  finding,
  signIn,
  customer,
  importing,
  fileForms,
  entitlements,
  restore,
  settings,
  binding,
  registerApp,
  manage,
  fill,
  handover,
  swap,
  issues,
  rules,
  changes,
  sheet,
  licenseErrors,
  users,
  user,
  exports,
  history,
  lists,
  assignmentLists,
  problems,
  report,
  pull,
  undo,
  reversal,
  drift,
  sync,
  pending,
  guide,
  shortcuts,
};
