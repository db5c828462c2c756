import { n } from './numbers.ts';

export const entitlements = {
  allLead: '此裝置上每個客戶的每個產品，已計入待同步的變更。',
  search: '搜尋產品和客戶',
  problems: '僅顯示問題',
  problem: {
    none: '沒有可用授權',
    overdrawn: '超額',
    grace: '寬限期內',
    suspended: '已暫停',
  },
  shown: (count: number) => `${n(count)} 個產品`,
  noMatch: '沒有相符的產品',
  noMatchHint: '請嘗試其他搜尋內容，或顯示所有產品。',
  nothing: '還沒有產品',
  nothingHint: '匯入 subscribedSkus 以檢視客戶擁有的產品。',
  notLoaded: '無法載入授權。',

  productId: '產品識別碼',
  details: (product: string) => `${product} 的產品編號和識別碼`,
  copyPartNumber: '複製產品編號',
  copyId: '複製產品識別碼',
  copyFailed: '瀏覽器不允許複製。',

  owned: '擁有',
  use: '使用情形',
  usage: {
    key: '長條圖說明',
    parts: {
      assigned: '已指派',
      planned: '待同步的指派',
      freed: '待同步的釋出',
      available: '可用',
      overdrawn: '超額或缺少',
      grace: '寬限期內',
    },
    owned: (count: number) => `擁有 ${n(count)} 個`,
    assigned: (count: number, planned: number) =>
      planned === 0
        ? `已指派 ${n(count)} 個`
        : `已指派 ${n(count)} 個（其中 ${n(planned)} 個待同步）`,
    available: (count: number, freed: number) =>
      freed === 0
        ? `可用 ${n(count)} 個`
        : `可用 ${n(count)} 個（其中 ${n(freed)} 個將在同步後釋出）`,
    grace: (count: number) => `${n(count)} 個在寬限期內`,
    suspended: (count: number) => `${n(count)} 個已暫停`,
    lockedOut: (count: number) => `${n(count)} 個已鎖定`,
  },
  status: '狀態',
  toBuy: '待購',
  statuses: {
    Enabled: '有效',
    Warning: '已過期，寬限期內',
    Suspended: '已暫停',
    Deleted: '已刪除',
    LockedOut: '已鎖定',
    company: '適用全公司',
    partly: '有效，部分在寬限期內',
  },
  holdersLink: (count: string, product: string) => `${count}：擁有 ${product} 的使用者`,
  inCloud: (count: string) => `Microsoft 365 中為 ${count}`,
  servicePlanCount: (count: number) => `${n(count)} 個服務方案`,
  servicePlansOf: (product: string) => `${product} 的服務方案`,
  notSwitchable: '適用全公司',

  exported: (file: string) => `已匯出為 ${file}。`,
};
