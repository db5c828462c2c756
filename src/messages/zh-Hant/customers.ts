import { n } from './numbers.ts';

export const customers = {
  search: '搜尋客戶',
  noMatch: '沒有相符的客戶',
  noMatchHint: '請嘗試其他名稱或網域。',
  notLoaded: '無法載入客戶。',
  data: '資料',
  actionsFor: (name: string) => `${name} 的動作`,
  pendingOf: (users: number, customer: string) => `${customer} 有 ${n(users)} 位使用者待同步`,
  usersOf: (name: string) => `${name} 的使用者和授權`,
  care: {
    label: '需要處理',
    filter: {
      conflicts: '衝突',
      overdrawn: '超額',
      licenseErrors: '授權錯誤',
      endingSoon: '即將到期',
      toBuy: '待購',
      pending: '待同步',
      oldData: '資料較舊',
    },
    mark: {
      conflicts: (users: number) => `${n(users)} 個衝突`,
      overdrawn: (products: number) => `${n(products)} 個產品超額`,
      licenseErrors: (users: number) => `${n(users)} 位使用者有授權錯誤`,
      endingSoon: (products: number) => `${n(products)} 個產品即將到期`,
      toBuy: (products: number) => `${n(products)} 個產品待購`,
      pending: (users: number) => `${n(users)} 位使用者待同步`,
      oldData: (days: number) => `${n(days)} 天前更新`,
    },
  },

  welcome: '一次為許多使用者\u200b指派及撤銷授權',
  welcomeText:
    'Seatwise 使用此裝置上每個客戶的複本，在儲存前檢查規則；在您確認之前，Microsoft 365 中不會有任何變化。',
  trySamples: '使用範例客戶試用',
  trySamplesHint: '三個虛構的客戶，分別有 25、3,200 和 100,000 位使用者。',
  importFiles: '匯入檔案',
  importFilesHint: 'Microsoft Graph JSON，或 Microsoft 365 系統管理中心的使用者 CSV。',
  find: '在 Microsoft 365 中尋找客戶',
  findLead:
    '與您的組織有合約或委派管理關係的客戶。新增客戶時會讀取其使用者和授權，不會傳送任何內容。',
  connectTo: '連線至 Microsoft 365',
  connect: '連線',
  connectHint: '使用您的組織註冊的應用程式登入，以便讀取及同步處理。',
  picture: '將指派一個產品的「管理授權」',
  addSamples: '新增範例客戶',
  makingSamples: '正在建立範例客戶',
  samplesMade: (count: number) =>
    count === 0 ? '範例客戶已經存在。' : `已新增 ${n(count)} 個範例客戶。`,

  toBuy: '購買清單',
  toBuyHint: '購買的授權在重新匯入後才會計入。',
  toBuyNotLoaded: '無法載入購買清單。',
  number: '數量',
  added: '新增日期',
  numberOf: (product: string, customer: string) => `要為 ${customer} 購買的 ${product} 數量`,
  takeOff: (product: string, customer: string) => `從購買清單移除 ${customer} 的 ${product}`,
  takenOff: (product: string) => `${product} 已不在購買清單中。`,
  numberKept: (count: number, product: string) => `待購：${n(count)} × ${product}。`,

  damaged: {
    title: (name: string) => `無法讀取 ${name}`,
    detail: '此裝置上儲存的該客戶資料已損毀。其他客戶不受影響，Microsoft 365 中未變更任何內容。',
    repair: (pending: number) =>
      pending === 0
        ? '請在「設定」中從備份還原。也可以在「客戶」中將其移除，然後重新匯入或連線。'
        : `請在「設定」中從備份還原。也可以在「客戶」中將其移除，然後重新匯入或連線：屆時 ${n(pending)} 位使用者的待同步變更將會遺失。`,
  },
};
