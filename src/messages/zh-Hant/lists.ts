import { n } from './numbers.ts';

const users = (count: number): string => `${n(count)} 位使用者`;

export const lists = {
  label: '使用者主體名稱、電子郵件地址或物件識別碼',
  hint: '直接貼上即可：可每行一個或一行多個，可帶有逗號、分號、空格或顯示名稱。',
  reading: '正在讀取…',
  failed: '無法讀取此清單。',
  matched: (count: number) => `${n(count)} 位已相符`,
  unmatched: (count: number) => `${n(count)} 個找不到`,
  ambiguous: (count: number) => `${n(count)} 個不明確`,
  notUnderstood: (count: number) => `${n(count)} 行無法辨識`,
  unmatchedTitle: '找不到',
  unmatchedHint: '此客戶的資料中沒有使用這些名稱的使用者。',
  ambiguousTitle: '不明確',
  ambiguousHint: '每個名稱都符合多位使用者。請勾選您所指的使用者。',
  moreCandidates: (count: number) => `另有 ${users(count)}未列出。`,
  moreNames: (count: number) => `另外 ${n(count)} 個名稱`,
  notUnderstoodTitle: '無法辨識',
  notUnderstoodHint: '在這些行中找不到名稱。',
  copied: (count: number) => `已複製 ${n(count)} 行。`,
  selectedNow: (count: number) => `目前已選取 ${users(count)}`,
  replace: '只選取此清單中的使用者',
  add: '新增此清單中的使用者',
  select: (count: number) => (count === 0 ? '選取' : `選取 ${users(count)}`),
  selected: (count: number) => `已選取 ${users(count)}。`,
};
