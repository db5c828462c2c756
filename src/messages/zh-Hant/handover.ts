import { n, users } from './numbers.ts';

export const handover = {
  heading: '已移交',
  lead: '無法從這裡同步處理時，可以將待同步的變更移交給他人：產生 Microsoft Graph 的 PowerShell 指令碼，或產生由同事在 Seatwise 中開啟的變更檔案。在您收回或匯入結果之前，不會從這裡傳送已移交的變更。',
  open: '移交…',
  nothing: '沒有可以移交的內容：沒有可以傳送的待同步變更。',
  empty: '沒有已移交的內容',
  emptyHint: '您移交的變更會列在這裡，並註明由誰執行。',
  notLoaded: '無法載入已移交的內容。',
  columns: {
    to: '移交給',
    as: '形式',
    out: '仍在移交中',
    ended: '已結束',
    back: '已收回',
  },
  kinds: { script: 'PowerShell 指令碼', planFile: '變更檔案' },
  fileHash: 'SHA-256',
  takeBack: '收回…',
  takeBackOf: (to: string) => `收回移交給 ${to} 的內容`,
  takeBackTitle: (count: number) => `要收回 ${users(count)}的變更嗎？`,
  takeBackWarning: (to: string) =>
    `請確認 ${to} 不會再執行該檔案。Seatwise 無法阻止執行；如果仍有人執行，雙方都會傳送。`,
  takeBackDo: (count: number) => `收回 ${users(count)}的變更`,
  notTakenBack: '無法收回，這些使用者仍在移交中。請再試一次。',
  tookBack: (count: number) => `已收回 ${users(count)}的變更：重新列為待同步。`,
  again: {
    button: '重新產生檔案',
    of: (to: string) => `重新產生移交給 ${to} 的檔案`,
    same: (file: string) =>
      `檔案 ${file} 已重新產生並儲存到您的下載資料夾：使用者、內容和 SHA-256 都與原本相同。`,
    notTheSame:
      '無法再產生相同的檔案：這些使用者的資料、仍在移交中的使用者或 Seatwise 本身已有變化。請收回後重新移交。',
    failed: '無法產生檔案。請再試一次。',
  },
  importOutcomes: '匯入結果',
  dialog: {
    title: '移交待同步的變更',
    what: (count: number, customer: string) => `${customer} 的 ${users(count)}的待同步變更。`,
    whom: '移交誰的待同步變更？',
    whose: {
      all: (count: number) => `所有待同步的使用者 (${n(count)})`,
      selected: (count: number) => `選取的使用者中待同步的使用者 (${n(count)})`,
      matching: (count: number) => `符合「使用者和授權」頁面篩選條件的待同步使用者 (${n(count)})`,
    },
    as: '移交形式',
    scriptHint:
      '在 PowerShell 中使用模組 Microsoft.Graph.Authentication 2.4 或更新版本執行。指令碼會先讀取每位使用者，略過此後已變更的使用者，可以中斷後再次執行，並產生一個可在這裡匯入的結果 CSV。',
    planFileHint:
      '同事在另一部裝置上的 Seatwise 中開啟、檢閱，並從那裡同步處理。檔案包含這些使用者的名稱和待同步的授權。',
    to: '由誰執行？',
    toHint: '填寫名稱，以便日後知道檔案在誰手中。',
    by: (name: string) => `由 ${name} 移交`,
    consequence: (count: number) => `在您收回之前，不會從這裡傳送 ${users(count)}的變更。`,
    confirm: (count: number) => `移交 ${users(count)}的變更`,
    making: '正在產生檔案',
    stale: '待同步的變更在此期間已變動。請重新核對數字。',
    done: (name: string) => `檔案 ${name} 已儲存到您的下載資料夾。`,
    failed: '無法產生檔案。沒有移交任何內容。',
  },
  outcomes: {
    found: (file: string) => `${file}：指令碼的結果`,
    hint: '據此記錄該指令碼所處理使用者的結果。',
    reading: '正在匯入結果',
    of: (customer: string) => `${customer} 的結果`,
    applied: (count: number) => `${users(count)}：已套用`,
    already: (count: number) => `${users(count)}：無需變更`,
    rejected: (count: number) => `${users(count)}：遭 Microsoft 365 拒絕`,
    skipped: (count: number) =>
      `${users(count)}：已略過，因為此後已變更。這些使用者重新列為待同步；再次嘗試前請取得新資料。`,
    failed: (count: number) =>
      `${users(count)}：結果不明。這些使用者仍處於移交中；請使用同一結果檔案再次執行指令碼。`,
    ignored: (count: number) => `${users(count)}：已不在移交中，未做任何處理。`,
    unknown: (count: number) => `${n(count)} 列屬於不是在此裝置上產生的指令碼。`,
    nothing: '檔案中沒有在此裝置上產生的指令碼的結果。',
    problems: (count: number) => `無法讀取 ${n(count)} 列。`,
    refused: '無法讀取該檔案。',
  },
  plan: {
    found: (file: string) => `${file}：變更檔案`,
    hint: '開啟以供檢閱。在您儲存之前不會變更任何內容。',
    run: '開啟變更檔案',
    reading: '正在開啟變更檔案',
    about: (count: number, customer: string, operator: string, date: string) =>
      `${customer} 的 ${users(count)}，${operator === '' ? '' : `由 ${operator} `}於 ${date} 移交。`,
    matched: (count: number, customer: string) => `在 ${customer} 找到 ${users(count)}。`,
    missing: (count: number) =>
      `${users(count)}不在此裝置的資料中，將不包括在內。若要包括這些使用者，請先取得新資料。`,
    unproven:
      '此檔案由較早版本的 Seatwise 產生，沒有總和檢查碼，無法判斷是否遭到更改：請仔細檢閱。',
    reviewHeading: '檢閱變更檔案',
    toChange: '檢視該變更',
    choose: '此檔案用於哪個客戶？',
    chooseHint: '此裝置上沒有客戶連線到此檔案的組織。將依物件識別碼尋找使用者。',
    refused: {
      altered: '此變更檔案在產生後遭到更改：總和檢查碼不符。不會開啟。請重新索取檔案。',
      notAPlan: '這不是完整的 Seatwise 變更檔案。請重新索取檔案。',
      unreadable: '無法讀取該檔案。它可能已被移動或變更。',
      otherTenant: '此檔案用於另一個組織，而不是您選擇的客戶。',
      newerFormat: (version: number) =>
        `此檔案由較新版本的 Seatwise 產生（格式 ${n(version)}）。請先更新 Seatwise。`,
      savedHere: (date: string) => `此檔案已於 ${date} 在此裝置上開啟並儲存，不會再次開啟。`,
      madeHere: (date: string) => `此檔案已於 ${date} 從此裝置移交。若要在這裡執行，請將其收回。`,
    },
  },
};
