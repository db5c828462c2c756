import type { Messages } from './messages.ts';
import { zhHantFirst } from './zh-Hant-first.ts';
import { palette } from './zh-Hant/palette.ts';
import { finding } from './zh-Hant/finding.ts';
import { signIn } from './zh-Hant/sign-in.ts';
import { customer } from './zh-Hant/customer.ts';
import { entitlements } from './zh-Hant/entitlements.ts';
import { fileForms } from './zh-Hant/file-forms.ts';
import { importing } from './zh-Hant/importing.ts';
import { assignmentLists } from './zh-Hant/assignment-lists.ts';
import { problems } from './zh-Hant/problems.ts';
import { lists } from './zh-Hant/lists.ts';
import { restore } from './zh-Hant/restore.ts';
import { settings } from './zh-Hant/settings.ts';
import { reversal } from './zh-Hant/reversal.ts';
import { rules } from './zh-Hant/rules.ts';
import { binding } from './zh-Hant/binding.ts';
import { registerApp } from './zh-Hant/register-app.ts';
import { user } from './zh-Hant/user.ts';
import { licenseErrors } from './zh-Hant/license-errors.ts';
import { users } from './zh-Hant/users.ts';
import { manage } from './zh-Hant/manage.ts';
import { fill } from './zh-Hant/fill.ts';
import { handover } from './zh-Hant/handover.ts';
import { swap } from './zh-Hant/swap.ts';
import { issues } from './zh-Hant/issues.ts';
import { changes } from './zh-Hant/changes.ts';
import { sheet } from './zh-Hant/sheet.ts';
import { exports } from './zh-Hant/exports.ts';
import { history } from './zh-Hant/history.ts';
import { report } from './zh-Hant/report.ts';
import { pull } from './zh-Hant/pull.ts';
import { undo } from './zh-Hant/undo.ts';
import { drift } from './zh-Hant/drift.ts';
import { sync } from './zh-Hant/sync.ts';
import { pending } from './zh-Hant/pending.ts';
import { guide } from './zh-Hant/guide.ts';
import { shortcuts } from './zh-Hant/shortcuts.ts';

export const zhHant: Messages = {
  ...zhHantFirst,
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
