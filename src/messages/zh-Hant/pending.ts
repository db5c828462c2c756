import { n, users } from './numbers.ts';

const customers = (count: number): string => `${n(count)} 個客戶`;

export const pending = {
  lead: '所有尚未同步至 Microsoft 365 的變更。在您確認之前，不會傳送任何內容。',
  empty: '沒有待同步的變更',
  emptyHint: '在「管理授權」\u2060中儲存的變更會列在這裡，等候您同步處理。',
  notLoaded: '無法載入待同步的變更。',
  offlineTitle: '您已離線',
  offline:
    '您可以在這裡檢視所有內容、繼續儲存變更並處理衝突。傳送和取得新資料需要網路。已開始的同步處理會在網路恢復後自動繼續。',
  table: '有待同步變更的客戶',
  selectAll: '選取所有可以同步處理的客戶',
  select: (customer: string) => `選取 ${customer}`,
  columns: {
    data: '資料',
    users: '待同步使用者',
    open: '進行中',
    held: '衝突',
    handedOver: '已移交',
    failed: '失敗',
    state: '上次同步處理',
  },
  handedOverOpen: (count: number, customer: string) =>
    `${customer} 有 ${users(count)}已移交：檢視移交給誰`,
  handOver: '無法從這裡同步處理？移交待同步的變更',
  usersOpen: (count: number, customer: string) => `${customer} 的 ${n(count)} 位待同步使用者`,
  heldOpen: (count: number, customer: string) =>
    `${customer} 有 ${users(count)}與雲端不一致：請選擇`,
  failedOpen: (count: number, customer: string) => `${customer} 有 ${users(count)}失敗：檢視原因`,
  runOpen: (customer: string) => `${customer} 上次同步處理的結果`,
  neverRun: '尚未同步處理',
  notConnected: '未連線',
  connectOf: (customer: string) => `將 ${customer} 連線至 Microsoft 365`,
  gone: (count: number) =>
    `${users(count)}有待同步的變更，但已不在 Microsoft 365 中：恢復之前不會傳送`,
  withoutId: (count: number) => `${users(count)}的變更無法傳送：沒有物件識別碼`,
  chosen: (some: number, count: number) => `${customers(some)}，${users(count)}`,
  noneChosen: '請選取要檢閱的客戶。',

  views: '待同步變更的檢視方式',
  byCustomer: '依客戶',
  byUser: '依使用者',
  people: {
    title: '待同步使用者',
    lead: '所有客戶中，有變更尚未同步至 Microsoft 365 的使用者。',
    search: '搜尋名稱或使用者主體名稱',
    anyState: '任何狀態',
    nobody: '沒有相符的待同步使用者',
    columns: { what: '待同步的變更' },
    kind: {
      losesData: '失去資料',
      revoke: '撤銷',
      swap: '更換',
      assign: '指派',
      servicePlans: '服務方案',
      location: '使用位置',
    },
    state: {
      ready: '可以同步',
      claimed: '已開始同步',
      held: '衝突',
      handedOver: '已移交',
      withoutId: '沒有物件識別碼',
    },
    losing: { exchange: '會失去信箱', sharepoint: '會失去 OneDrive' },
    remove: (count: number) => `移出 ${users(count)}`,
    removeTitle: '移出待同步的變更',
    removeText: (count: number, some: number) =>
      `${customers(some)}的 ${users(count)}將不再有待同步的變更。不會傳送任何內容：他們在 Microsoft 365 中的授權保持不變。`,
    removeClaimed: (count: number) => `${users(count)}仍為待同步：同步處理已經開始。`,
    removeHandedOver: (count: number) => `${users(count)}仍為待同步：已移交。請先收回。`,
    removeShort: (customer: string, product: string, count: number) =>
      `${customer}：${product} 將缺少 ${n(count)} 個授權，因為這些使用者原本會釋出的授權，其他使用者的待同步變更需要用到。`,
    removeStale: '在此期間資料已變動，因此未移出任何使用者。以下是新數字。',
    removeFailed: '未移出任何使用者。如果此裝置沒有剩餘空間，請先騰出空間，然後再試一次。',
    removed: (count: number, some: number) =>
      `已將 ${customers(some)}的 ${users(count)}移出待同步的變更`,
    undone: (count: number) => `${users(count)}已放回待同步的變更`,
    notUndone: (count: number) =>
      `${users(count)}無法在這裡放回，因為該客戶此後已變動。您可以在該客戶的歷程記錄中重做各項變更。`,
  },

  reviewTitle: '同步處理前檢閱',
  reviewLead: '現在將傳送以下內容。在您選取「立即同步處理」之前，不會傳送任何內容。',
  reviewNone: '未選取要檢閱的客戶',
  reviewNoneHint: '請在「待同步」中選取客戶，然後選取「檢閱」。',
  reviewNotLoaded: (customer: string) => `無法產生 ${customer} 的檢閱內容。`,
  include: (customer: string) => `同步處理 ${customer}`,
  old: '此資料已超過 24 小時。傳送任何內容之前需要新資料。',
  oldOffline: '此資料已超過 24 小時。傳送任何內容之前需要新資料，而您已離線。',
  pulling: (customer: string) => `正在取得 ${customer} 的新資料`,
  moved: {
    title: (customer: string) => `${customer}：數字已變動`,
    line: (what: string, before: number, after: number) =>
      `${what}：先前 ${n(before)}，現在 ${n(after)}`,
    others: '各項數字相同，但涉及的使用者或剩餘的授權不同。',
    accept: '採用新數字',
  },
  syncing: (customer: string) => `正在同步處理 ${customer}。結束後可以同步處理剩下的內容。`,
  seeRun: '檢視此次同步處理',
  nothingToSend: '此客戶目前沒有可以傳送的內容。',
  facts: {
    users: '將變更的使用者',
    oldest: '最早的變更',
  },
  losing: (count: number) =>
    `${users(count)}將失去最後一個信箱或儲存空間授權。信箱會在 30 天後刪除；對大多數客戶，OneDrive 會在 93 天後封存。`,
  short: (product: string, count: number) => `${product}：缺少\u00a0${n(count)}\u00a0個授權`,
  shortNote:
    '沒有可用授權的使用者會在同步處理期間等候釋出的授權。如果沒有釋出，其結果為「遭拒絕」。',
  endingTitle: '即將到期的訂閱',
  ending: (product: string, date: string) => `${product} 將於${date}到期`,
  takenUp: (count: number) =>
    `上次同步處理中還有 ${users(count)}沒有結果。將先處理這些使用者：先重新讀取，已送達的內容不會重複傳送。`,
  notSentTitle: '不在本次同步處理中',
  withoutIdWhy: (count: number) =>
    `${users(count)}沒有物件識別碼：來源檔案中沒有。請匯入 Microsoft Graph JSON 或取得新資料。`,
  heldWhy: (count: number) => `${users(count)}與雲端不一致：等候您選擇。`,
  handedOverWhy: (count: number) => `${users(count)}已移交：由其他途徑傳送，不從這裡傳送。`,

  sync: '立即同步處理',
  syncOrder: '客戶將依此順序逐一同步處理。您可以隨時暫停或停止。',
  syncSample: '範例客戶會與此裝置上的範例雲端同步處理。不會有任何內容離開此裝置。',
  as: (name: string) => `同步處理者：${name}`,
  confirm: (count: number, customer: string) =>
    `若要確認，請輸入 ${customer} 的使用者數：${n(count)}`,
  starting: '正在啟動…',
  diskFull: (customer: string) => `${customer} 的同步處理已中斷：此裝置上沒有剩餘空間`,
  diskFullText:
    'Seatwise 會先記錄要傳送的內容，再傳送。這次無法記錄，因此不再傳送任何內容。待同步的變更仍在。請在此裝置上騰出空間，然後再次進行同步處理。',
  staleTitle: '未傳送任何內容：數字已變動。',
  staleText: '另一個視窗或新資料變更了某個客戶。現在顯示的是新的數字。請檢視後再次確認。',
  refused: {
    busy: '未傳送任何內容：此客戶正在此視窗或另一個視窗中同步處理。',
    notConnected: '未傳送任何內容：有客戶未連線至 Microsoft 365。',
    nothingToSend: '未傳送任何內容：有客戶目前沒有可以傳送的內容。',
    failed:
      '無法啟動同步處理，未傳送任何內容。如果此裝置上沒有剩餘空間，請先騰出空間，然後再試一次。',
  },
};
