import { n } from './numbers.ts';

export const pull = {
  run: '從 Microsoft 365 取得資料',
  hint: '讀取使用者、授權和數量。待同步的變更維持不變，不會傳送任何內容。',
  running: '正在從 Microsoft 365 讀取',
  read: (count: string) => `已讀取 ${count} 位使用者`,
  throttled: (seconds: number) => `Microsoft 要求等候 ${n(seconds)} 秒`,
  silent: (seconds: number) => `沒有回應，將在 ${n(seconds)} 秒後再試一次`,
  done: (count: number) => `資料已是最新狀態：${n(count)} 位使用者。`,
  counts: (added: number, changed: number, gone: number) =>
    `新增 ${n(added)} 位，變動 ${n(changed)} 位，已不存在 ${n(gone)} 位。`,
  nothingNew: '沒有任何變動。',
  cancelled: '已取消，未進行任何變更。',
  failed: '無法讀取資料，未進行任何變更。',
  refused: {
    signIn: '必須先登入 Microsoft 365。',
    noAccess: 'Microsoft 365 不允許此帳戶讀取該客戶的資料。',
    unreachable: 'Microsoft 365 沒有回應。請檢查網路連線，然後再試一次。',
    refused: 'Microsoft 365 拒絕了要求。',
    badAnswer: 'Seatwise 無法理解 Microsoft 365 傳回的內容。',
    otherTenant: '傳回的資料屬於其他租用戶，而不是此客戶，因此未使用。',
    notConnected: '此客戶尚未連線至租用戶。',
    busy: '正在匯入此客戶的資料。請等候匯入結束，然後再試一次。',
    syncing: '此客戶正在同步處理，其使用者會在過程中讀取。',
    gone: '此裝置上已沒有該客戶。',
  },
  said: 'Microsoft 365 傳回的內容',
  toSettings: '連線設定',

  sandbox: '沙箱：範例雲端的行為',
  sandboxHint:
    '範例客戶會與此裝置上的模擬雲端同步處理，不會存取 Microsoft 365。您可以在此嘗試雲端出現異常時 Seatwise 如何因應；所有視窗看到的都相同。',
  moods: {
    slow: '回應緩慢',
    slowHint: '每次回應需要 3 秒。',
    throttled: '要求過多',
    throttledHint: '10 秒內超過 40 個要求後，雲端會要求等候。',
    offline: '離線',
    offlineHint: '無法連到雲端。',
    lag: '讀取延遲',
    lagHint: '變更後 30 秒內，雲端仍會顯示變更前的內容。',
    otherAdmin: '其他系統管理員正在操作',
    otherAdminHint: '其他人會不時指派及撤銷授權、變更使用位置以及刪除使用者。',
  },
  misbehaves: (count: number) => `已開啟 ${n(count)} 項`,
  notSaved: '操作未成功，未進行任何變更。',
};
