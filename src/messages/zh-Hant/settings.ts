import { n } from './numbers.ts';

export const settings = {
  saved: '設定已儲存',
  notSaved: '無法儲存設定。',

  appearance: '語言與外觀',
  languageOfBrowser: (name: string) => `瀏覽器預設（${name}）`,
  theme: '佈景主題',
  themeSystem: '系統預設',
  themeLight: '淺色',
  themeDark: '深色',
  density: '列高',
  densityComfortable: '寬鬆',
  densityCompact: '精簡',

  work: '您的工作',
  operatorHelp: '顯示在每項變更中。',
  buyAddress: '「購買更多」開啟的網址',
  buyAddressHelp: '以 https:// 開頭的網址。留空則開啟合作夥伴中心。',
  buyAddressInvalid: '請輸入以 https:// 開頭的完整網址',

  ages: '資料的時效',
  agesHelp: '客戶資料超過多少天後以顏色標示。',
  amberDays: '超過此天數顯示琥珀色',
  redDays: '超過此天數顯示紅色',
  agesOrder: '紅色的天數必須大於琥珀色的天數。',

  confirmation: '撤銷前輸入數字確認',
  confirmationHelp: '變更撤銷的內容較多時，會要求輸入使用者人數。符合下列任一條件即會要求：',
  confirmUsers: '失去授權的使用者人數',
  confirmPercent: '占已有授權使用者的比例 (%)',
  confirmLosing: '失去最後一個信箱或儲存空間的使用者人數',
  numberBetween: (from: number, to: number) => `請輸入 ${n(from)} 到 ${n(to)} 之間的整數。`,

  storage: '此裝置上的儲存空間',
  storageNotLoaded: '無法取得儲存用量。',
  storageUsed: '已使用',
  storageUsedOf: (used: string, quota: string) => `${used}，瀏覽器允許 ${quota}`,
  offlineCopy: '沒有網路時',
  offlineCopyThere: '可以使用：整個應用程式都在此裝置上',
  offlineCopyComing: '尚無法使用：應用程式仍在儲存至此裝置',
  offlineCopyNever: '在此網址或此瀏覽器中無法使用',
  offlineCopyRefused: '無法使用：應用程式無法儲存至此裝置。下次啟動時會再試一次。',
  refused: {
    choices: {
      title: '此瀏覽器未保留您的選擇',
      detail:
        '釘選的客戶、欄、列高以及未完成的草稿只保留到此頁面關閉為止：此網站的儲存空間已滿或已關閉。請在瀏覽器設定中允許儲存，或騰出空間，然後重新選擇。客戶與變更不受影響。',
    },
    offlineCopy: {
      title: 'Seatwise 還不能離線使用',
      detail:
        '應用程式無法儲存至此裝置：空間不足、網路中斷，或主機不允許。請騰出空間，然後在有網路時重新載入此頁面。有網路時一切正常。',
    },
  },
  roomNone: '此裝置上沒有剩餘空間',
  roomNoneDetail:
    '剛才的操作無法儲存，先前的內容不受影響。請騰出磁碟空間，或移除不再需要的客戶，然後再試一次。',
  roomLow: '此裝置上的空間即將用完',
  roomLowDetail: (used: string, quota: string) =>
    `Seatwise 已使用 ${used}，瀏覽器允許 ${quota}。請先儲存備份，再移除不再需要的客戶。`,
  storageKept: '保留方式',
  storageUnknown: '瀏覽器未提供此資訊',
  persistent: '持續保留：瀏覽器不會自行刪除',
  bestEffort: '盡可能保留：磁碟空間即將用完時，瀏覽器可能會刪除',
  askToKeep: '要求瀏覽器保留資料',
  keepRefused:
    '瀏覽器未同意。將 Seatwise 安裝為應用程式，或使用一段時間後，瀏覽器通常就會同意。在此之前請儲存備份。',
  keepGranted: '瀏覽器會保留資料。',
  iosNote:
    '在 iPhone 和 iPad 上，未加入主畫面的網站若 7 天未造訪，其資料可能會被刪除。請選擇「分享」，再選擇「加入主畫面」。主畫面上的應用程式有自己的儲存空間：請先在此儲存備份，再到該處還原。',

  backup: '備份',
  backupHelp: '一個檔案，包含所有客戶、待同步的變更和您的設定。請像保護資料本身一樣保護它。',
  listsApart: (_count: number, files: string) =>
    `備份不包含已開始處理的清單。請另行保留這些檔案：${files}`,
  saveBackup: '儲存全部內容的備份',
  backupSaved: (name: string) => `備份已儲存為 ${name}。`,
  restoreHelp: '檔案中的客戶會還原為當時的狀態；此裝置上識別碼相同的客戶會被取代。',
  chooseBackup: '選擇備份檔案…',
  restoring: '正在從備份還原',
  restored: (customers: number) => `已還原 ${n(customers)} 個客戶。`,
  failed: {
    quota: '此裝置上的空間不足。',
    busy: '正在匯入。請等候匯入結束後再試一次。',
    notWritable: '無法開啟檔案以寫入。請選擇其他位置。',
    tooManyRows: '列數超過活頁簿的上限 1,048,576 列。請匯出為 CSV。',
    longCell: '有儲存格超過活頁簿允許的長度。請移除該欄，或匯出為 CSV。',
    unexpected: '發生問題。未變更任何內容。',
  },
  failureDetail: (detail: string) => `用於回報問題：${detail}`,
  rowRate: (rows: number, perSecond: number) => `${n(rows)} 列，每秒 ${n(perSecond)} 列`,
  progress: {
    bytes: (done: string, total: string | null) => (total === null ? done : `${done}，共 ${total}`),
    users: (done: number, total: number | null) =>
      total === null ? `${n(done)} 位使用者` : `${n(done)} 位使用者，共 ${n(total)} 位`,
    rows: (done: number, total: number | null) =>
      total === null ? `${n(done)} 列` : `${n(done)} 列，共 ${n(total)} 列`,
    customers: (done: number, total: number | null) =>
      total === null ? `${n(done)} 個客戶` : `${n(done)} 個客戶，共 ${n(total)} 個`,
  },

  wipe: '從此裝置刪除全部內容',
  wipeHelp: '此裝置上的所有客戶、待同步的變更和設定。',
  wipeButton: '刪除全部內容…',
  wipeCount: (customers: number, users: number) =>
    users === 0
      ? `將從此裝置刪除 ${n(customers)} 個客戶。沒有待同步的變更。`
      : `將從此裝置刪除 ${n(customers)} 個客戶；${n(users)} 位使用者的待同步變更沒有儲存在其他任何地方，將會遺失。`,
  wipeNothingRemote: 'Microsoft 365 中不會有任何變化。',
  wipeWord: '刪除',
  wipeType: (word: string) => `輸入「${word}」以確認`,
  wipeNow: '刪除全部內容',
  wiping: '正在刪除…',
  wipeFailed: '無法刪除全部內容。請關閉其他 Seatwise 視窗後再試一次。',

  about: '關於 Seatwise',
  version: '版本',
  license: '授權條款',
  licenseText: 'MIT',
  parts: '使用的元件',
  partsShow: '顯示所有元件及其授權條款',
  partsNotLoaded: '無法載入授權條款。',
  dataText: '產品與服務方案的名稱、識別碼及相依性來自 Microsoft 的公開文件 (CC BY 4.0)。',
  trademark: 'Microsoft 365 及其產品名稱是 Microsoft 的商標。Seatwise 不是 Microsoft 的產品。',
};
