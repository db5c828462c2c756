import { n } from './numbers.ts';

export const restore = {
  looking: '正在讀取備份',
  contains: (file: string) => `${file} 中的內容`,
  madeAt: (when: string, version: number) => `儲存於 ${when}。格式版本 ${n(version)}。`,
  noDigest: '此備份由較早版本的 Seatwise 產生，沒有總和檢查碼，因此無法判斷檔案此後是否遭到更改。',
  customers: '備份中的客戶',
  changes: '已儲存的變更',
  pending: '有待同步變更的使用者',
  dataFrom: '資料日期',
  onThisDevice: '此裝置上',
  isNew: '尚不存在',
  replaces: (count: number, changes: number) =>
    `將被取代：${n(count)} 位使用者，${n(changes)} 項已儲存的變更`,
  replacesFrom: (when: string) => `資料日期：${when}`,
  loses: (count: number) => `${n(count)} 位使用者的待同步變更將會遺失`,
  damaged: '儲存時已損毀：照原樣還原，但無法讀取',
  syncEnds: '其同步處理將以「已停止」結束。',
  added: (presets: number, rules: number) =>
    `此裝置上沒有的將會加入：${n(presets)} 個範本和 ${n(rules)} 條規則。此裝置上已有的保持不變；名稱已被使用的範本會加上編號。`,
  nothingSent:
    '不會向 Microsoft 365 傳送任何內容。備份中正在進行的同步處理將以「已停止」結束，待同步的變更在傳送前會再次供您檢閱。',

  settings: '同時採用產生此備份的裝置的設定',
  settingsHelp: '語言、您的姓名、門檻、網址，以及啟用或停用過的規則。若不勾選，會保留您的設定。',
  clientId: (id: string) => `登入所用的應用程式註冊：${id}`,
  buyAddress: (address: string) => `「購買更多」的網址：${address}`,
  confirmation: (count: number, percent: number, losing: number) =>
    `達到 ${n(count)} 位使用者、${n(percent)}%，或有 ${n(losing)} 位使用者失去最後一個信箱或儲存空間授權時，需要輸入數字確認`,
  switches: (count: number) => `${n(count)} 條規則已啟用或停用`,
  refused: (names: string) => `已略過，因為檔案中的值無效：${names}`,

  safety: (customers: number) => `先為將被取代的內容儲存備份（${n(customers)} 個客戶）`,
  savingSafety: '正在為將被取代的內容儲存備份',
  safetyFailed:
    '無法為將被取代的內容儲存備份，因此未還原任何內容。請在此裝置上騰出空間，或不儲存備份直接還原。',
  typeLost: (count: string) =>
    `輸入 ${count} 以確認：將有這麼多使用者失去待同步的變更，這些變更沒有儲存在其他任何地方`,
  now: (customers: number) => (customers === 0 ? '還原' : `還原 ${n(customers)} 個客戶`),
  moved: '此裝置上的內容已有變化。請再次檢視將被取代的內容。',

  passphrase: '複雜密碼',
  passphraseAsked: (file: string) => `${file} 受複雜密碼保護。`,
  open: '開啟備份',
  passphraseToSet: '複雜密碼（可留空）',
  passphraseHelp:
    '備份中包含使用者姓名。設定複雜密碼後，只有知道它的人才能開啟檔案。它不會儲存在任何地方：忘記後備份將無法開啟。',

  problem: {
    notABackup: '此檔案不是 Seatwise 備份。未變更任何內容。',
    newerFormat:
      '此備份由較新版本的 Seatwise 產生。請重新載入以取得最新版本後再試。未變更任何內容。',
    sealed: '此備份受複雜密碼保護。',
    wrongPassphrase: '無法用此複雜密碼開啟備份。',
    altered: '此備份在儲存後遭到更改：總和檢查碼不符。不會還原，也未變更任何內容。',
    damaged: '此備份不完整或已損毀：各部分互相矛盾。未變更任何內容。',
  },
};
