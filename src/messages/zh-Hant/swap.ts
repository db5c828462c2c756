import { n, users } from './numbers.ts';

const licenses = (count: number): string => `${n(count)} 個授權`;

export const swap = {
  open: '更換產品…',
  title: '更換產品',
  changeTitle: '編輯更換',
  lead: '直接擁有第一個產品的使用者，會一次改用第二個產品。儲存之前不會記錄任何變更。',
  from: '要更換的產品',
  to: '更換為',
  choose: '選擇產品',
  fromOption: (product: string, count: number) => `${product}（${users(count)}）`,
  toOption: (product: string, available: number) => `${product}（可用 ${n(available)}）`,
  toOptionUnknown: (product: string) => `${product}（可用數量不明）`,
  nothingToSwap: '選取的使用者中沒有人直接擁有可更換的產品。',
  failed: '無法讀取更換的結果。',
  add: '新增更換',
  change: '套用編輯',

  does: '更換的結果',
  swapped: (count: number, from: string, to: string) =>
    `${users(count)}：將 ${from} 更換為 ${to}。`,
  nobody: '沒有可更換的使用者。',
  already: (count: number, from: string, to: string) =>
    `其中 ${users(count)}已擁有 ${to}：僅撤銷 ${from}。`,
  leftOut: (count: number, from: string) =>
    `略過 ${users(count)}：${from} 來自群組。本次儲存不會變更這些使用者。`,
  blocked: (count: number) =>
    `另有 ${users(count)}因其他原因略過；新增更換後，原因會顯示在表格下方。`,
  frees: (count: number, product: string) => `釋出 ${licenses(count)}：${product}。`,
  needs: (count: number, product: string, available: number) =>
    `需要 ${licenses(count)}：${product}；可用\u00a0${n(available)}\u00a0個。`,
  needsUnknown: (count: number, product: string) =>
    `需要 ${licenses(count)}：${product}；可用數量不明。`,
  short: (count: number, from: string) =>
    `缺少 ${licenses(count)}：除非購買更多，否則 ${users(count)}將保留 ${from}。儲存時會詢問由誰等候。`,
  newPlans: (count: number, to: string) => `${to} 中有 ${n(count)} 個新的服務方案，將會開啟`,
  newPlansUnknown: '兩個產品的服務方案並非全部已知，因此無法判斷哪些是新的。',

  questions: (from: string, to: string) => `將 ${from} 更換為 ${to} 時的服務方案`,
  question: (off: string, becomes: string, count: number) =>
    `${users(count)}的 ${off} 已關閉。新產品以 ${becomes} 提供該服務。`,
  keepOff: '保持關閉',
  keepOffDefault: '保持關閉（預設值）',
  switchOn: '開啟',
  unknown: (count: number, from: string) =>
    `不清楚應為擁有 ${from} 的 ${users(count)}保持關閉哪些服務方案。`,
  leaveThemOut: '略過這些使用者',
  allOn: (to: string) => `為這些使用者更換，並開啟 ${to} 的所有服務方案`,

  instead: (from: string, to: string) => `將 ${from} 更換為 ${to}：已關閉的保持關閉`,
  insteadTitle: (from: string, to: string) => `撤銷 ${from} 並指派 ${to} 會開啟服務方案`,
  insteadLine: (issue: string, count: number) => `${issue}（${users(count)}）`,
  insteadOthers: (count: number, from: string, to: string) =>
    `更換只涉及直接擁有 ${from} 的使用者：另有 ${users(count)}不會取得 ${to}。`,

  list: '更換',
  row: (from: string, to: string, count: number) => `將 ${from} 更換為 ${to}：${users(count)}`,
  openQuestions: (count: number) => `${n(count)} 個服務方案待決定：如未開啟則保持關閉`,
  chosen: (count: number) => `您設定了 ${n(count)} 個服務方案`,
  plansHint: (from: string) =>
    `適用於透過更換取得該產品的使用者。未變更的項目與 ${from} 中保持一致；新增的服務方案會開啟。`,
  waitShort: (count: number) => `${users(count)}等候授權`,
  blockedShort: (count: number) => `${users(count)}因其他原因略過`,
  leftOutShort: (count: number) => `略過 ${users(count)}（群組）`,
  alreadyShort: (count: number, to: string) => `${users(count)}已擁有 ${to}`,
  unknownLeftOut: (count: number) => `略過 ${users(count)}：服務方案不明`,
  unknownAllOn: (count: number) => `${users(count)}的所有服務方案將會開啟`,
  edit: (from: string, to: string) => `編輯更換 ${from} → ${to}`,
  remove: (from: string, to: string) => `移除更換 ${from} → ${to}`,
  removed: '已移除更換。',
  goes: (to: string, count: number) => `為 ${users(count)}更換為 ${to}`,
  comes: (from: string, count: number) => `為 ${users(count)}取代 ${from}`,
  locked: '屬於一項更換。要選其他動作，請先移除更換。',
};
