import { n, users } from './numbers.ts';

export const drift = {
  title: '與雲端不一致',
  lead: '自取得此處的資料以來，這些使用者在 Microsoft 365 中的情況已有變動，因此未套用我們的變更。請選擇如何處理。',
  none: '沒有不一致之處',
  noneHint: '此客戶沒有需要您決定的使用者。',
  notLoaded: '無法載入不一致之處。',
  nobodyFound: '沒有相符的使用者',
  kinds: '對同一類型的所有使用者',
  kind: {
    licenseChanged: '授權已變更',
    nowThroughGroup: '現在繼承自群組',
    locationChanged: '使用位置已變更',
    productGone: '產品已不存在',
    userGone: '使用者已刪除',
  },
  kindText: {
    licenseChanged:
      '其他人變更了待同步變更所涉及的內容，或者變更了原本應保留該授權、信箱或檔案的群組或產品。',
    nowThroughGroup: '現在由群組提供該授權。只能變更直接指派的授權。',
    locationChanged:
      '其他人設定了另一個使用位置。無論選擇哪一項，該位置都保持不變：我們的變更只會為沒有使用位置的使用者設定位置。',
    productGone:
      '該客戶已不再擁有此產品，因此無法指派給任何人。只能捨棄變更，或等到客戶重新擁有該產品並取得新資料。',
    userGone: '該使用者已不存在。只能捨棄變更。',
  },
  text: {
    licenseChanged: (product: string) => `${product} 已被其他人變更。`,
    nowThroughGroup: (product: string, groups: string) => `${product} 現在繼承自${groups}。`,
    locationChanged: (country: string) => `使用位置現在是「${country}」，並將保持不變。`,
    locationGone: '已沒有使用位置。',
    productGone: (product: string) => `該客戶已不再擁有 ${product}。`,
    userGone: '該使用者已被刪除。',
  },
  renamed: (change: string) => `已重新命名：${change}`,
  accessEnded: {
    title: '對此客戶的存取權已終止',
    resume: '恢復存取權後，選擇「繼續」即可：不會遺失任何內容，並會先重新讀取每位使用者。',
    handOver: '將待同步的變更移交給仍有存取權的人',
    choose: '您在下方所做的選擇會保留，恢復存取權後再傳送。',
  },
  ofKind: (kind: string, count: number) => `${kind}：${users(count)}`,
  choose: (name: string) => `如何處理 ${name}`,
  button: { apply: '套用我們的變更', drop: '捨棄我們的變更' },
  choice: {
    apply: '套用我們的變更',
    drop: '捨棄我們的變更（保留現況）',
    later: '稍後決定（仍待同步）',
  },
  choiceFor: {
    apply: (name: string) => `套用我們的變更：${name}`,
    drop: (name: string) => `捨棄我們的變更（保留現況）：${name}`,
    later: (name: string) => `稍後決定（仍待同步）：${name}`,
  },
  short: {
    apply: '全部套用',
    drop: '全部捨棄',
    later: '稍後決定',
  },
  choiceForAll: {
    apply: (kind: string) => `全部套用：${kind}`,
    drop: (kind: string) => `全部捨棄：${kind}`,
    later: (kind: string) => `稍後決定：${kind}`,
  },
  mixed: (count: number) => `${users(count)}有多種不一致之處：請逐一選擇。`,
  columns: {
    baseline: '上次已知',
    ours: '待同步的變更',
    theirs: 'Microsoft 365 現況',
    choice: '選擇',
  },
  seenOn: (date: string) => `於 ${date}`,
  absent: '未指派',
  assigned: '已指派',
  direct: '直接指派',
  throughGroups: (groups: string) => `繼承自${groups}`,
  both: (groups: string) => `直接指派，並繼承自${groups}`,
  withOff: (state: string, plans: string) => `${state}；關閉：${plans}`,
  locationUnknown: '不明',
  same: (count: number) => `另外\u00a0${n(count)}\u00a0個授權：沒有差異`,
  gone: '使用者已刪除',
  confirmText: {
    apply: (count: number, kind: string) =>
      `將以 Microsoft 365 的現況為基礎，把我們對 ${users(count)}（${kind}）的變更重新列為待同步，並在下次同步處理時傳送。其他人在此期間指派的授權會保留。`,
    drop: (count: number, kind: string) =>
      `我們對 ${users(count)}（${kind}）的變更將從待同步的變更中移出。Microsoft 365 保持不變。歷程記錄會保留該變更。`,
    later: (count: number, kind: string) =>
      `${users(count)}（${kind}）仍待同步，在您選擇之前不會傳送。`,
  },
  confirmNow: {
    apply: (count: number) => `套用至 ${users(count)}`,
    drop: (count: number) => `捨棄 ${users(count)}的變更`,
    later: (count: number) => `稍後決定（${users(count)}）`,
  },
  settled: {
    apply: (count: number) => `已將我們對 ${users(count)}的變更重新列為待同步。`,
    drop: (count: number) => `已為 ${users(count)}捨棄我們的變更。`,
    later: (count: number) => `稍後決定：${users(count)}。`,
  },
  settleFailed: '無法儲存您的選擇。未變更任何內容。',
};
