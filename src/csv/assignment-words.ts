import type { ProductAction } from '#plan/draft.ts';
import { looseText } from './loose-text.ts';
import { readTruth } from './truth-words.ts';

/** The words for each action, the first ones as exports write them: English, 简体中文, 繁體中文, then others in use. */
const ACTIONS: Readonly<Record<ProductAction, string>> = {
  assign: 'assign|分配|指派|add|添加|新增',
  revoke: 'revoke|撤销|撤銷|unassign|remove|移除|删除|刪除|取消分配|取消指派',
  leave: 'set|设置|設定|leave as is|保持不变|保持不變',
};
const YES = 'y|是|✓|✔|☑';
const NO = 'n|否';
/** Says in the column of switched-off service plans that none is off. */
const NONE = 'none|无|無';

const wordsOf = (text: string): readonly string[] => text.split('|').map(looseText);

const actions = new Map(
  (Object.keys(ACTIONS) as ProductAction[]).flatMap((action) =>
    wordsOf(ACTIONS[action]).map((word) => [word, action] as const),
  ),
);
const answers = new Map<string, boolean>([
  ...wordsOf(YES).map((word) => [word, true] as const),
  ...wordsOf(NO).map((word) => [word, false] as const),
]);
const none = new Set(wordsOf(NONE));

/** A cross in a box, which says yes or nothing. */
export const isMark = (text: string): boolean => looseText(text) === 'x';

/** The action that a cell names; an empty one leaves the product as it is; null when it names none. */
export function readAction(text: string): ProductAction | null {
  const word = looseText(text);
  return word === '' ? 'leave' : (actions.get(word) ?? null);
}

/** Whether a cell says yes or no, in the three languages and the common ones of spreadsheets; null when neither. */
export function readAnswer(text: string): boolean | null {
  const word = looseText(text);
  return answers.get(word) ?? readTruth(word);
}

/** True when a cell says that no service plan is off. */
export const isNone = (text: string): boolean => none.has(looseText(text));
