import { n, users } from './numbers.ts';

export const undo = {
  button: {
    takenOut: '復原：移出待同步的變更',
    putBack: '重做：放回待同步的變更',
  },
  buttonOf: {
    takenOut: (date: string) => `復原：將 ${date} 的變更移出待同步的變更`,
    putBack: (date: string) => `重做：將 ${date} 的變更放回待同步的變更`,
  },
  title: {
    takenOut: '移出待同步的變更',
    putBack: '放回待同步的變更',
  },
  lead: {
    takenOut: (date: string) =>
      `${date} 的變更將移出待同步的變更，之後儲存的變更會保留。不會傳送任何內容至 Microsoft 365，之後可以放回。`,
    putBack: (date: string) =>
      `${date} 的變更將回到待同步變更中的原位置。不會傳送任何內容至 Microsoft 365。`,
  },
  of: '此變更的使用者',
  moved: {
    takenOut: '將移出的使用者',
    putBack: '將放回的使用者',
  },
  offer: {
    label: '上次儲存',
    button: '復原上次儲存',
    saved: (what: string) => `已儲存：${what}`,
    more: (line: string, count: number) => `${line}（另有 ${n(count)} 項變更）`,
    said: (saved: string, keys: string) => `${saved}。按 ${keys} 可復原。`,
  },
  changes: '對待同步變更的影響',
  awaited: {
    takenOut: (count: number) => `${n(count)} 個等候使用者的名稱也將移出。`,
    putBack: (count: number) => `${n(count)} 個名稱將重新等候使用者。`,
  },
  issues: '待解決',
  issueUsers: (count: number) => users(count),
  stays: (count: number) => `${users(count)}保持不變：檢視名單和原因`,
  noOneStays: '沒有略過任何使用者。',
  reason: {
    blocked: '剩餘的待同步變更將遭拒絕。請先移出之後的變更。',
    changedSince: '此後儲存的變更涉及相同的產品或使用位置。',
    wantedLater: '之後的一次儲存也需要同一授權，但因為已在待同步的變更中，所以未變更任何內容。',
    gone: '已不在此客戶中。',
    ended: '已傳送，或已無可傳送的內容。',
    sending: '正在傳送：請在得知結果後再試一次。',
    waits: '沒有剩餘的授權。',
  },
  wanted: (count: number) => `之後的一次儲存也需要為此變更中的 ${users(count)}指派同一授權`,
  wantedText:
    '該授權當時已在待同步的變更中，因此那次儲存沒有變更這些使用者。沒有此變更，這些使用者將不會取得該授權。',
  wantedStay: '為這些使用者保留此變更',
  wantedToo: '也移出這些使用者：他們不會取得該授權',
  nobody: {
    takenOut: '目前沒有可以移出的使用者。',
    putBack: '目前沒有可以放回的使用者。',
  },
  short: '可用的授權少於所需數量：',
  waitHint:
    '對於等候的使用者，此變更保持不變。授權先依您排的順序指派給優先的使用者，再依順序指派給其他使用者。',
  planAllHint: '對所有使用者執行。不會實際購買：購買清單僅供提醒。',
  as: (name: string) => `操作者：${name}`,
  confirm: (count: number, customer: string) =>
    `若要確認，請輸入 ${customer} 的使用者數：${n(count)}`,
  staleTitle: '未執行任何動作：數字已變動。',
  staleText: '另一個視窗、匯入或同步處理變更了此客戶。現在顯示的是新的數字。請檢視後再次確認。',
  failed: '無法完成此動作。未寫入任何內容。',
  notLoaded: '無法計算此動作的結果。',
  done: {
    takenOut: (count: number) => `已為 ${users(count)}移出待同步的變更。`,
    putBack: (count: number) => `已為 ${users(count)}放回待同步的變更。`,
  },
};
