import { n } from './numbers.ts';

const users = (count: number): string => `${n(count)} 个用户`;

export const lists = {
  label: '用户主体名称、电子邮件地址或对象 ID',
  hint: '直接粘贴即可：可每行一个或一行多个，可带逗号、分号、空格或显示名称。',
  reading: '正在读取…',
  failed: '无法读取此列表。',
  matched: (count: number) => `${n(count)} 个已匹配`,
  unmatched: (count: number) => `${n(count)} 个未找到`,
  ambiguous: (count: number) => `${n(count)} 个不明确`,
  notUnderstood: (count: number) => `${n(count)} 行无法识别`,
  unmatchedTitle: '未找到',
  unmatchedHint: '此客户的数据中没有使用这些名称的用户。',
  ambiguousTitle: '不明确',
  ambiguousHint: '每个名称都与多个用户相符。请勾选您所指的用户。',
  moreCandidates: (count: number) => `另有 ${users(count)}未列出。`,
  moreNames: (count: number) => `另外 ${n(count)} 个名称`,
  notUnderstoodTitle: '无法识别',
  notUnderstoodHint: '在这些行中未找到名称。',
  copied: (count: number) => `已复制 ${n(count)} 行。`,
  selectedNow: (count: number) => `当前已选择 ${users(count)}`,
  replace: '只选择此列表中的用户',
  add: '添加此列表中的用户',
  select: (count: number) => (count === 0 ? '选择' : `选择 ${users(count)}`),
  selected: (count: number) => `已选择 ${users(count)}。`,
};
