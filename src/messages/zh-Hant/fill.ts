import { n, users } from './numbers.ts';

export const fill = {
  menu: '快速開始…',
  fromPreset: '使用範本…',
  fromUser: '使用某位使用者的授權…',
  everything: '撤銷全部授權…',
  savePreset: '另存為範本…',
  use: '使用',
  failed: '無法讀取。未變更任何內容。',
  replaces: '將取代您目前的變更。',

  revoke: {
    title: '撤銷全部授權',
    lead: (count: number) =>
      `適用於離職人員：選取 ${users(count)}可在此處撤銷的所有授權。儲存之前不會記錄任何變更。`,
    select: '標記為撤銷',
    reminderTitle: '請先保留信箱',
    reminder:
      '如果仍需要郵件，請在傳送此變更之前，於 Microsoft 365 中將信箱轉換為共用信箱，或匯出並保留資料。最後一個信箱授權撤銷後，信箱保留 30 天，之後會被刪除。',
    products: '要撤銷的授權',
    users: '使用者數',
    frees: '釋出的\u200b授權',
    skips: '保留的內容',
    nothing: '選取的使用者沒有可在此處撤銷的授權。',
  },

  copy: {
    title: '複製使用者的授權',
    lead: '請選擇要複製誰的授權：複製該使用者直接擁有的產品，以及服務方案的開關狀態。',
    nobody: '沒有相符的使用者。',
    of: (user: string) => `${user} 的授權`,
    other: '選擇其他使用者',
    toSelected: (count: number) => `將這些授權複製給選取的使用者 (${n(count)})`,
  },

  presets: {
    title: '範本',
    lead: '請選擇一個範本，檢視用於此客戶的結果。',
    none: '還沒有範本。請先做出變更，再另存為範本。',
    products: (count: number) => `${n(count)} 個產品`,
    saved: (date: string) => `儲存於 ${date}`,
    by: (operator: string) => `儲存者：${operator}`,
    taken: '已有同名的範本。',
    deleteAsk: (name: string) => `要刪除範本「${name}」嗎？用它做出的變更會保留。`,
    deleted: (name: string) => `已刪除範本「${name}」。`,
    other: '選擇其他範本',
  },

  keep: {
    title: '另存為範本',
    lead: '為目前的變更命名，儲存在此裝置上，可用於任何客戶：',
    taken: (name: string) => `已有名為「${name}」的範本。請取代它，或輸入其他名稱。`,
    saved: (name: string) => `已儲存範本「${name}」。`,
    failed: '無法儲存範本。',
  },

  review: {
    nothing: '沒有可以使用的內容。',
    skips: '已略過',
    present: '您已有變更',
    replace: '取代這些變更',
    add: '加到這些變更',
  },

  skip: {
    keptByGroup: (count: number, product: string, group: string) =>
      `${users(count)}透過${group}保留 ${product}：請在 Microsoft 365 中將其移出該群組。`,
    onlyByGroup: (product: string, groups: string) =>
      `${product} 只透過${groups}取得：請改為將使用者加入該群組。`,
    servicePlansUnknown: (product: string) => `${product}：此使用者的服務方案不明。只使用產品。`,
    licensesUntold: (count: number) =>
      `${n(count)} 位使用者的授權並非全部已知：其餘的不包括在內。請匯入這些授權，或取得新資料。`,
    notOwned: (name: string, partNumber: string) => `${name} (${partNumber})：此客戶沒有此產品。`,
    swapNotOwned: (from: string, to: string, missing: string) =>
      `將 ${from} 更換為 ${to}：此客戶沒有 ${missing}。`,
    servicePlansLacking: (product: string, names: string) => `${product}：此客戶沒有 ${names}。`,
    servicePlansUnlisted: (product: string, names: string) =>
      `${product}：其服務方案不明，無法切換 ${names}。`,
    notAssignable: (product: string, reason: string) => `${product}（${reason}）。`,
  },

  done: {
    everything: '已將全部授權標記為撤銷。',
    user: (name: string) => `已帶入 ${name} 的授權。`,
    preset: (name: string) => `已套用範本「${name}」。`,
    assigns: (count: number, products: string) => `指派 ${n(count)} 個產品：${products}。`,
    revokes: (count: number, products: string) => `撤銷 ${n(count)} 個產品：${products}。`,
    swap: (from: string, to: string) => `將 ${from} 更換為 ${to}。`,
    switches: (on: number, off: number) =>
      off === 0
        ? `服務方案：開啟 ${n(on)} 個。`
        : `服務方案：開啟 ${n(on)} 個，關閉 ${n(off)} 個。`,
    skipped: (count: number) => `已略過：${n(count)}`,
    undone: '您的變更已恢復成先前的狀態。',
  },
};
