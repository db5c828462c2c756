import { n } from './numbers.ts';

export const importing = {
  lead: '檔案僅在此裝置上讀取。不會傳送任何內容；在您選擇「匯入」之前，也不會保留任何內容。',
  drop: '將檔案拖放到這裡',
  choose: '選擇檔案…',
  addMore: '新增更多檔案…',
  sharedLost:
    '無法接收共用的檔案：此裝置上可能沒有剩餘空間。請騰出空間後再共用一次，或在此處選擇檔案。',
  reads: '可讀取的檔案',
  limits:
    '使用者 JSON 檔案的大小不限。其他檔案最大 500 MB（JSON 為 300 MB），最多 2,000,000 列，每個儲存格最大 64 KB。',
  kinds: [
    {
      title: 'Microsoft Graph JSON',
      text: 'subscribedSkus（產品和數量）、一頁或多頁使用者，以及群組（群組名稱）。一起匯入可取得完整資訊。',
    },
    {
      title: 'Microsoft 365 系統管理中心的使用者 CSV',
      text: '使用者、使用位置和授權名稱。其中沒有數量，也沒有服務方案。',
    },
    {
      title: 'Entra 或 PowerShell 的使用者 CSV，以及其他使用者 CSV',
      text: 'Entra 的「下載使用者」、PowerShell 的 Export-Csv，或您自己的檔案：由您說明每一欄的意義，Seatwise 會記住。',
    },
    {
      title: 'Microsoft 產品名稱清單 (CSV)',
      text: '「授權的產品名稱和服務方案識別碼」：為 Seatwise 不認識的產品提供名稱。',
    },
    {
      title: '指派清單 (CSV)',
      text: '要指派或撤銷的內容：每列一位使用者和一個產品，或每列一位使用者、每欄一個產品，儲存格為「是」或「否」。',
    },
    {
      title: 'Excel 活頁簿 (.xlsx)',
      text: '第一個可見工作表中的同類清單。不接受巨集、受密碼保護的檔案和舊的 .xls 格式。',
    },
    { title: 'Seatwise 備份', text: '在另一部裝置上儲存的一個客戶或全部內容。' },
  ],
  reading: '正在讀取檔案',
  startAgain: '選擇其他檔案',

  how: '如何取得這些檔案',
  howAdmin: 'Microsoft 365 系統管理中心',
  howAdminSteps: [
    '開啟 admin.microsoft.com，然後前往「使用者」>「作用中使用者」。',
    '選擇「匯出使用者」，等候下載完成。',
    '將 CSV 檔案原樣拖放到這裡。不需要使用 Excel。',
  ],
  howExplorer: 'Graph 總管',
  howExplorerText:
    '逐一執行下列要求，並將每個回應儲存為 .json 檔案。如果回應結尾有 @odata.nextLink，請再執行該位址，並另存為一個檔案。',
  howCli: 'Azure CLI',
  howCliText: '每行寫入一個檔案。只讀取一頁使用者：請參閱上方的 @odata.nextLink。',
  howPowerShell: 'PowerShell（Microsoft Graph 模組）',
  howPowerShellText: '讀取所有頁面並寫入三個檔案。',
  copy: (what: string) => `複製：${what}`,
  copyFailed: '瀏覽器不允許複製。請選取文字後複製。',

  found: '讀取結果',
  sheet: (sheet: string) => `Excel 活頁簿，工作表「${sheet}」`,
  form: '編碼和分隔符號',
  size: '大小',
  users: '使用者',
  products: '產品',
  groups: '群組',
  fileKinds: {
    graphUsers: 'Graph：使用者',
    graphSkus: 'Graph：subscribedSkus',
    graphGroups: 'Graph：群組',
    adminUsersCsv: '系統管理中心：使用者',
    entraUsersCsv: 'Entra：使用者',
    powerShellUsersCsv: 'PowerShell：使用者',
    usersCsv: '使用者 (CSV)',
    productNames: 'Microsoft 產品名稱清單',
    assignmentList: '指派清單',
    backup: 'Seatwise 備份',
    planFile: '變更檔案',
    scriptOutcomes: '指令碼的結果',
    unknown: '無法辨識',
  },
  delimiters: { comma: '逗號', semicolon: '分號', tab: '定位字元', bar: '垂直線' },
  leaveOut: (file: string) => `不使用 ${file}`,
  split: {
    choice: '多個客戶，依使用者的網域劃分',
    title: '依網域劃分的客戶',
    sum: (count: number, customers: number, fresh: number) =>
      `${n(count)} 位使用者將匯入 ${n(customers)} 個客戶，其中 ${n(fresh)} 個為新客戶。`,
    leftOut: (count: number) => `略過 ${n(count)} 位使用者。`,
    into: '匯入到',
    intoFor: (domain: string) => `${domain} 的使用者匯入到`,
    newCustomer: (domain: string) => `新客戶 ${domain}`,
    nowhere: '不匯入',
    done: (count: number, failed: number) =>
      failed === 0 ? `已匯入 ${n(count)} 個客戶` : `已匯入 ${n(count)} 個客戶，${n(failed)} 個失敗`,
    busy: '未匯入：此客戶正在進行其他匯入或同步處理。請稍後再次匯入該檔案。',
    failed: '未匯入。請再次匯入該檔案。',
  },
  naming: {
    hint: '請指定每個名稱在此客戶中代表哪個產品，系統會記住。系統不會猜測：在您指定之前，使用者保留已知擁有的產品。',
    name: '檔案中的名稱',
    rows: '使用者數',
    none: '暫不指定',
    chosen: '由您指定，用於此客戶',
    hintOfParts:
      '請指定每個名稱代表的產品；擁有該產品的客戶會記住它。系統不會猜測：名稱未指定產品時，使用者保留已知的產品。',
    chosenOfParts: '由您指定，用於擁有此產品的客戶',
    looking: '正在尋找需要指定產品的名稱',
    notLoaded: '無法檢查名稱。',
    stillOpen: (count: number) => `${n(count)} 個名稱尚未指定產品`,
    stillOpenHint:
      '這些名稱來自檔案，不是這裡已知的產品。在您指定它們代表的產品之前，無法變更這些授權。',
    heldBy: (name: string, count: number) => `${name}（${n(count)} 位使用者）`,
    more: (count: number) => `以及另外 ${n(count)} 個`,
    choose: '指定產品',
    nameHeld: '使用者授權中的名稱',
    saying: '正在儲存名稱代表的產品',
  },
  total: (userCount: number, productCount: number) =>
    `${n(userCount)} 位使用者，${n(productCount)} 個產品`,
  nothingFound: '這些檔案中沒有使用者、產品或群組。',

  deleted: (count: number) =>
    `${n(count)} 位使用者已遭刪除，不會匯入，也無法為其變更授權。已在該客戶中的，會標示為已移除。`,
  preview: '前幾列的讀取結果',

  fatal: (count: number) => `${n(count)} 個錯誤：這些檔案無法照原樣匯入。`,
  fatalHint: '請更正該檔案，或不使用它。未匯入任何內容。',
  warnings: (count: number) => `關於檔案的 ${n(count)} 則警告`,
  warningsHint: '這些列或值會被略過，或保留為不明。其餘內容可以匯入。',
  warningsListed: (listed: number, all: number) =>
    listed < all ? `顯示前 ${n(listed)} 則（共 ${n(all)} 則）` : `顯示全部 ${n(all)} 則`,

  into: '匯入到',
  existing: '此裝置上的客戶',
  newCustomer: '新客戶',
  name: '客戶名稱',
  nameTaken: '此裝置上已有同名客戶。',
  reasonAsked: '您是從此客戶前往這裡的。',
  reasonTenant: '建議：檔案屬於同一個租用戶。',
  reasonDomain: '建議：檔案屬於同一個網域。',
  otherTenant: (name: string) =>
    `這些檔案與 ${name} 屬於不同的租用戶。請選擇其他客戶，或建立新客戶。`,
  sampleTakesNone: (name: string) => `${name} 是範例客戶，不接收檔案。檔案將成為新客戶。`,
  whole: '這些檔案包含該客戶的全部使用者',
  wholeHint: '檔案中沒有的使用者將標示為已不在 Microsoft 365 中。否則這些使用者保持不變。',
  notWhole:
    '這些檔案無法這樣使用：有列被略過、有文字無法讀取，或缺少頁面。檔案中沒有的使用者可能仍在 Microsoft 365 中。',
  checking: '正在檢查哪些使用者會標示為已移除',
  eitherTitle: '這些授權是使用者已有的，還是要指派給使用者的？',
  either: (files: string) => `${files} 只列出使用者和授權，兩種意思都有可能。`,
  eitherChanges: (count: number) =>
    `如果是已有的，Seatwise 中將變更 ${n(count)} 位使用者。如果是要指派的，您可以先檢閱指派清單。`,
  eitherHold: '使用者已有',
  eitherGet: '要指派給使用者',
  goesTitle: (count: number) => `要將 ${n(count)} 位使用者標示為已移除嗎？`,
  goes: (count: number, name: string) =>
    `${name} 有 ${n(count)} 位使用者不在這些檔案中，將標示為已不在 Microsoft 365 中。`,
  goesPending: (count: number) =>
    `其中 ${n(count)} 位有待同步的變更。這些變更仍會顯示在「待同步」和歷程記錄中，但在使用者恢復之前不會傳送。`,
  goesNow: (count: number) => `匯入，並將 ${n(count)} 位使用者標示為已移除`,
  keeps: '已選取的使用者和待同步的變更會保留。',
  runCount: (count: number) => `匯入 ${n(count)} 位使用者`,
  runProducts: (count: number) => `匯入 ${n(count)} 個產品`,
  writing: '正在匯入',

  done: (name: string) => `已匯入 ${name}`,
  counts: (count: number) => `此客戶現有 ${n(count)} 位使用者`,
  added: (count: number) => `新增 ${n(count)} 位`,
  changed: (count: number) => `變更 ${n(count)} 位`,
  gone: (count: number) => `${n(count)} 位標示為已移除`,
  untold: (count: number) => `${n(count)} 位使用者的授權不明`,
  unitsUnknown:
    '可用：不明。請匯入 subscribedSkus，或在「管理授權」中輸入數量。在此之前可以指派授權，但不會計數。',
  pathsUnknown: '檔案未說明哪些授權繼承自群組。',
  another: '匯入更多檔案',

  backupFound: (file: string) => `${file} 是 Seatwise 備份。`,
};
