import { n } from './numbers.ts';

export const customer = {
  overview: '概觀',
  pagesOf: (name: string) => `${name} 的頁面`,
  updated: (days: number) => (days === 0 ? '今天更新' : `${n(days)} 天前更新`),
  pending: (users: number) => (users === 0 ? '沒有待同步的變更' : `${n(users)} 位使用者待同步`),
  missing: '此客戶不在此裝置上',
  missingHint: '它可能已在此處移除，或者連結來自其他裝置。',
  notLoaded: '無法載入此客戶。',
  figures: { licensed: '有授權的使用者', pending: '待同步的使用者' },

  importAgain: '匯入新資料',
  actions: '客戶動作',
  pin: '釘選到側邊欄',
  unpin: '從側邊欄取消釘選',
  renameTitle: '重新命名客戶',
  nameHint: '僅在此裝置上生效。Microsoft 365 中不會有任何變化。',
  backUp: '備份此客戶',
  backingUp: '正在儲存備份',
  backedUp: (file: string) => `備份已儲存為 ${file}。`,
  remove: '從此裝置移除此客戶',
  removeTitle: (name: string) => `要從此裝置移除 ${name} 嗎？`,
  removePending: (users: number) =>
    `${n(users)} 位使用者的待同步變更沒有儲存在其他任何地方，將會遺失。`,
  removeNothingPending: '沒有待同步的變更。',
  removeWhat: (users: number, products: number) =>
    `${n(users)} 位使用者和 ${n(products)} 個產品將從此裝置刪除。Microsoft 365 中不會有任何變化。`,
  removeType: (name: string) => `輸入 ${name} 以確認`,
  removeNow: '從此裝置移除',
  removed: (name: string) => `已從此裝置移除 ${name}。`,
  renamed: (name: string) => `客戶現在名為 ${name}。`,
  notDone: '無法完成此動作。未變更任何內容。',

  changes: '最近的變更',
};
