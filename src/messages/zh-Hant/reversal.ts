/** 復原已同步的變更 */
export const reversal = {
  button: '在 Microsoft 365 中復原…',
  title: '在 Microsoft 365 中復原',
  lead: (date: string) =>
    `將建立一項新變更，用於復原 ${date} 的變更，供您檢閱。在您儲存並同步處理之前，Microsoft 365 中不會發生任何變化。`,
  limits: '只復原該變更所做的內容。已刪除的資料不會恢復。',
  users: '新變更中的使用者',
  stays: {
    changedSince: '此後有其他變更',
    gone: '已不在此客戶中',
    notApplied: '未在 Microsoft 365 中套用',
    impossible: '僅涉及使用位置，或僅涉及群組也提供之授權的直接指派：這些保持不變',
  },
  whoStays: '顯示已略過的使用者',
  notLoaded: '無法載入已略過的使用者。',
  locations: '使用位置保留已設定的值',
  confirm: '檢閱新變更',
  failed: '無法完成此動作。未加入任何待同步的變更。',
  reviewHeading: '檢閱變更的復原',
  undoes: '復原',
};
