import type { Messages } from './messages.ts';
import { zhHansFirst } from './zh-Hans-first.ts';
import { palette } from './zh-Hans/palette.ts';
import { finding } from './zh-Hans/finding.ts';
import { signIn } from './zh-Hans/sign-in.ts';
import { customer } from './zh-Hans/customer.ts';
import { entitlements } from './zh-Hans/entitlements.ts';
import { fileForms } from './zh-Hans/file-forms.ts';
import { importing } from './zh-Hans/importing.ts';
import { assignmentLists } from './zh-Hans/assignment-lists.ts';
import { problems } from './zh-Hans/problems.ts';
import { lists } from './zh-Hans/lists.ts';
import { restore } from './zh-Hans/restore.ts';
import { settings } from './zh-Hans/settings.ts';
import { reversal } from './zh-Hans/reversal.ts';
import { rules } from './zh-Hans/rules.ts';
import { binding } from './zh-Hans/binding.ts';
import { registerApp } from './zh-Hans/register-app.ts';
import { user } from './zh-Hans/user.ts';
import { licenseErrors } from './zh-Hans/license-errors.ts';
import { users } from './zh-Hans/users.ts';
import { manage } from './zh-Hans/manage.ts';
import { fill } from './zh-Hans/fill.ts';
import { handover } from './zh-Hans/handover.ts';
import { swap } from './zh-Hans/swap.ts';
import { issues } from './zh-Hans/issues.ts';
import { changes } from './zh-Hans/changes.ts';
import { sheet } from './zh-Hans/sheet.ts';
import { exports } from './zh-Hans/exports.ts';
import { history } from './zh-Hans/history.ts';
import { report } from './zh-Hans/report.ts';
import { pull } from './zh-Hans/pull.ts';
import { undo } from './zh-Hans/undo.ts';
import { drift } from './zh-Hans/drift.ts';
import { sync } from './zh-Hans/sync.ts';
import { pending } from './zh-Hans/pending.ts';
import { guide } from './zh-Hans/guide.ts';
import { shortcuts } from './zh-Hans/shortcuts.ts';

export const zhHans: Messages = {
  ...zhHansFirst,
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
