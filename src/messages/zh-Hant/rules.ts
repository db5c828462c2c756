import { n } from './numbers.ts';

export const rules = {
  lead: 'Seatwise 在儲存前檢查的內容：哪些服務方案需要其他服務方案、哪些不能同時開啟，以及哪些不能在某些國家或地區使用。',
  offTitle: '可以停用規則',
  off: '停用後 Seatwise 不再提醒，但 Microsoft 365 仍可能拒絕。已列為待同步的變更保持不變。',
  strength:
    '文件記載的衝突，在 Microsoft 365 證實之前僅提醒。Microsoft 365 對某客戶拒絕過的內容，對該客戶封鎖，對其他客戶僅提醒。',

  search: '搜尋規則',
  searchHint: '名稱、技術名稱或 GUID',
  allKinds: '所有類型',
  kinds: {
    requiresAnyOf: '需要其他服務方案',
    excludes: '不能同時開啟',
    prohibitedIn: '限制使用位置',
  },
  origin: '來源類型',
  allOrigins: '所有來源',
  origins: {
    documented: '文件',
    learned: '已學習',
    imported: '已匯入',
    sample: '範例',
  },
  switchedOff: (count: number) => `已停用 (${n(count)})`,
  count: (all: number, off: number) =>
    off === 0 ? `${n(all)} 條規則` : `${n(all)} 條規則，其中 ${n(off)} 條已停用`,
  found: (found: number, all: number) => `${n(all)} 條規則中的 ${n(found)} 條`,
  noMatch: '沒有相符的規則',
  noMatchHint: '請嘗試其他搜尋內容，或顯示所有規則。',
  notLoaded: '無法載入規則。',
  notDone: '無法儲存。未變更任何內容。',
  notHere: '此規則已不在此裝置上。',

  on: '啟用',
  rule: '規則',
  effect: '作用',
  where: '適用範圍',

  requiresOne: (plan: string, needed: string) => `${plan} 需要 ${needed}。`,
  requiresAnyOf: (plan: string, needed: string) => `${plan} 需要下列其中一個服務方案：${needed}。`,
  excludes: (plan: string, other: string) => `${plan} 與 ${other} 不能同時開啟。`,
  prohibitedPlan: (plan: string, country: string) => `${plan} 不能在「${country}」使用。`,
  prohibitedProduct: (product: string, country: string) => `${product} 不能在「${country}」指派。`,

  severity: { blocking: '封鎖', warning: '提醒', info: '提示' },
  warnsElsewhere: '對其他客戶僅提醒',
  removedCustomer: '已從此裝置移除的客戶',
  learnedAt: (customer: string) => `從 ${customer} 學到`,
  widenedBy: (operator: string, day: string) => `由 ${operator} 於 ${day}設為對所有客戶封鎖`,
  confidence: { high: '可信度高', medium: '可信度中', low: '可信度低' },
  details: '詳細資料',
  noTechnicalName: '技術名稱不明',

  widen: '對所有客戶封鎖',
  narrow: '改回僅對該客戶封鎖',
  forRule: (action: string, rule: string) => `${action}：${rule}`,
  widenText: (customer: string) =>
    `Microsoft 365 在 ${customer} 拒絕過此內容。目前 Seatwise 對該客戶封鎖，對其他客戶僅提醒。此後將對所有客戶封鎖，相關使用者不會變更。之後可以改回。`,
  widened: '現在會對所有客戶封鎖。',
  narrowed: '已改回僅對學到此規則的客戶封鎖。',

  whereFrom: '此規則的來源',
};
