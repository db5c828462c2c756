import { n, users } from './numbers.ts';

const licenses = (count: number): string => `${n(count)} 个许可证`;

export const swap = {
  open: '更换产品…',
  title: '更换产品',
  changeTitle: '编辑更换',
  lead: '直接拥有第一个产品的用户会一次性换成第二个产品。保存之前不会记录任何更改。',
  from: '要更换的产品',
  to: '更换为',
  choose: '选择产品',
  fromOption: (product: string, count: number) => `${product}（${users(count)}）`,
  toOption: (product: string, available: number) => `${product}（可用 ${n(available)}）`,
  toOptionUnknown: (product: string) => `${product}（可用数量未知）`,
  nothingToSwap: '选定用户中没有人直接拥有可更换的产品。',
  failed: '无法读取更换的结果。',
  add: '添加更换',
  change: '应用编辑',

  does: '更换的结果',
  swapped: (count: number, from: string, to: string) =>
    `${users(count)}：将 ${from} 更换为 ${to}。`,
  nobody: '没有可更换的用户。',
  already: (count: number, from: string, to: string) =>
    `其中 ${users(count)}已拥有 ${to}：仅撤销 ${from}。`,
  leftOut: (count: number, from: string) =>
    `跳过 ${users(count)}：${from} 来自组。本次保存不会更改这些用户。`,
  blocked: (count: number) =>
    `另有 ${users(count)}因其他原因被跳过；添加更换后，原因显示在表格下方。`,
  frees: (count: number, product: string) => `释放 ${licenses(count)}：${product}。`,
  needs: (count: number, product: string, available: number) =>
    `需要 ${licenses(count)}：${product}；可用\u00a0${n(available)}\u00a0个。`,
  needsUnknown: (count: number, product: string) =>
    `需要 ${licenses(count)}：${product}；可用数量未知。`,
  short: (count: number, from: string) =>
    `缺少 ${licenses(count)}：除非购买更多，否则 ${users(count)}将保留 ${from}。保存时会询问由谁等待。`,
  newPlans: (count: number, to: string) => `${to} 中有 ${n(count)} 个新的服务计划，将处于打开状态`,
  newPlansUnknown: '两个产品的服务计划不全为已知，因此无法判断哪些是新的。',

  questions: (from: string, to: string) => `将 ${from} 更换为 ${to} 时的服务计划`,
  question: (off: string, becomes: string, count: number) =>
    `${users(count)}的 ${off} 已关闭。新产品以 ${becomes} 提供该服务。`,
  keepOff: '保持关闭',
  keepOffDefault: '保持关闭（默认）',
  switchOn: '打开',
  unknown: (count: number, from: string) =>
    `不清楚应为拥有 ${from} 的 ${users(count)}保持关闭哪些服务计划。`,
  leaveThemOut: '跳过这些用户',
  allOn: (to: string) => `为这些用户更换，并打开 ${to} 的所有服务计划`,

  instead: (from: string, to: string) => `将 ${from} 更换为 ${to}：已关闭的保持关闭`,
  insteadTitle: (from: string, to: string) => `撤销 ${from} 并分配 ${to} 将打开服务计划`,
  insteadLine: (issue: string, count: number) => `${issue}（${users(count)}）`,
  insteadOthers: (count: number, from: string, to: string) =>
    `更换只涉及直接拥有 ${from} 的用户：另有 ${users(count)}不会获得 ${to}。`,

  list: '更换',
  row: (from: string, to: string, count: number) => `将 ${from} 更换为 ${to}：${users(count)}`,
  openQuestions: (count: number) => `${n(count)} 个服务计划待决定：如不打开则保持关闭`,
  chosen: (count: number) => `你设置了 ${n(count)} 个服务计划`,
  plansHint: (from: string) =>
    `适用于通过更换获得该产品的用户。未更改的项与 ${from} 中保持一致；新增的服务计划将打开。`,
  waitShort: (count: number) => `${users(count)}等待许可证`,
  blockedShort: (count: number) => `${users(count)}因其他原因被跳过`,
  leftOutShort: (count: number) => `跳过 ${users(count)}（组）`,
  alreadyShort: (count: number, to: string) => `${users(count)}已拥有 ${to}`,
  unknownLeftOut: (count: number) => `跳过 ${users(count)}：服务计划未知`,
  unknownAllOn: (count: number) => `${users(count)}的所有服务计划将打开`,
  edit: (from: string, to: string) => `编辑更换 ${from} → ${to}`,
  remove: (from: string, to: string) => `移除更换 ${from} → ${to}`,
  removed: '已移除更换。',
  goes: (to: string, count: number) => `为 ${users(count)}更换为 ${to}`,
  comes: (from: string, count: number) => `为 ${users(count)}替代 ${from}`,
  locked: '属于一项更换。如需另行选择，请先移除更换。',
};
