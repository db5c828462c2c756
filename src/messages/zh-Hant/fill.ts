import { n } from './numbers.ts';

const users = (count: number): string => `${n(count)} 位使用者`;

export const fill = {
  menu: '填入',
  everything: '撤銷全部授權…',
  tick: '勾選',
  failed: '無法讀取。未勾選任何內容。',
  replaces: '將取代現在勾選的內容。',

  revoke: {
    title: '撤銷全部授權',
    lead: (count: number) =>
      `適用於離職人員：勾選 ${users(count)}可在此處撤銷的所有授權。儲存之前不會記錄任何變更。`,
    reminderTitle: '請先保留信箱',
    reminder:
      '如果仍需要郵件，請在傳送此變更之前，於 Microsoft 365 中將信箱轉換為共用信箱，或匯出並保留資料。最後一個信箱授權撤銷後，信箱保留 30 天，之後會被刪除。',
    ticks: '將勾選的內容',
    users: '撤銷對象',
    frees: '釋出的授權',
    skips: '保留的內容',
    nothing: '選取的使用者沒有可在此處撤銷的授權。',
  },

  skip: {
    keptByGroup: (count: number, product: string, group: string) =>
      `${users(count)}透過${group}保留 ${product}：請在 Microsoft 365 中將其移出該群組。`,
    notAssignable: (product: string, reason: string) => `${product}。${reason}。`,
  },

  done: {
    everything: '已勾選撤銷全部授權。',
    revokes: (count: number, products: string) => `撤銷 ${n(count)} 項產品：${products}。`,
    skipped: (count: number) => `未勾選：${n(count)}`,
    undone: '勾選內容已恢復成先前的狀態。',
  },
};
