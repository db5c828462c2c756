import { n } from './numbers.ts';

export const shell = {
  name: 'Seatwise',
  title: (screen: string) => `${screen} · Seatwise`,
  skip: '跳到主要內容',
  navigation: '主要導覽',
  openNavigation: '開啟導覽',
  customers: '客戶',
  pending: '待同步',
  counted: (label: string, count: number) => `${label} (${n(count)})`,
  allLicenses: '所有客戶的授權',
  import: '匯入',
  rules: '規則',
  settings: '設定',
  help: '說明',
  pinned: '釘選的客戶',
  recent: '最近開啟的客戶',
  searchEverywhere: '全域搜尋',
  language: '語言',
  offline: '離線',
  offlineDetail: '離線：可以照常安排變更，連線後再同步',
  offlineReady: '可以離線使用了',
  offlineReadyDetail: 'Seatwise 已完整儲存至此裝置，沒有網路也能開啟。',
  install: '安裝',
  installDetail: '將 Seatwise 安裝為此裝置上的應用程式',
  dropNow: '放開以讀取檔案',
  notFound: '此頁面不存在',
  notFoundDetail: '網址可能有誤，或其內容已不在此裝置上。',
  failed: '無法顯示此頁面',
  failedDetail: '您的資料安全地保留在此裝置上。請重新載入頁面以繼續。',
  late: '花費的時間比預期久。請關閉其他 Seatwise 視窗，或重新載入。資料沒有遺失。',
  toCustomers: '前往「客戶」',
  closed: {
    notOpened: {
      title: 'Seatwise 無法開啟其資料',
      detail:
        '資料沒有遺失。請關閉其他 Seatwise 視窗後再試一次。如果問題仍然存在，瀏覽器可能處於不保留資料的私密模式。',
    },
    incomplete: {
      title: 'Seatwise 未能完整載入',
      detail: '應用程式的一部分未能下載。資料沒有遺失。請檢查網路連線，然後重新載入。',
    },
    diskFull: {
      title: '此裝置上沒有剩餘空間',
      detail: '磁碟已滿，瀏覽器無法開啟 Seatwise 的資料。資料沒有遺失。請騰出空間後重新載入。',
    },
    newerWindow: {
      title: '已開啟較新版本的 Seatwise',
      detail:
        '另一個視窗已將此裝置上的資料升級到較新版本。此視窗版本較舊，已停止執行。資料沒有遺失：請重新載入以繼續。',
    },
    newerData: {
      title: '此裝置上的資料屬於較新版本的 Seatwise',
      detail:
        '目前版本比寫入資料的版本舊，不會更動這些資料。資料沒有遺失。請重新載入以取得最新版本。',
    },
    framed: {
      title: 'Seatwise 不在其他網頁中執行',
      detail: '另一個網站將 Seatwise 顯示在其框架中，可能會遮住您要按的按鈕，因此未開啟任何資料。',
    },
  },
  copyHelp:
    '在此之前，您可以儲存此裝置上全部資料的複本。該複本僅供留存：Seatwise 不會用它還原資料。',
  saveCopy: '儲存資料複本',
  copyFailed: '無法儲存複本。請在此裝置上騰出空間後再試一次。',
  openAlone: '單獨開啟 Seatwise',
  update: '新版本已就緒',
  updateDetail: '可在方便時重新載入。您的工作會保留。',
  updateName: (version: string) => `版本 ${version}`,
  updateNow: '立即重新載入',
  updateHeld: '另一個 Seatwise 視窗有尚未儲存的工作。請先在該處完成，再重新載入。',
};
