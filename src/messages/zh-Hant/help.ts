import type { Help } from '#messages/help.ts';

export const help: Help = {
  heading: '說明',
  lead: 'Seatwise 的使用方法，以及發生問題時的處理方法。此頁面離線時也可以使用。',
  contents: '本頁內容',

  job: {
    heading: '為多位使用者變更授權',
    steps: {
      bring: {
        title: '新增客戶',
        text: '在「客戶」中使用範例客戶、匯入檔案，或連線至 Microsoft 365。之後，您處理的是此裝置上的複本。',
      },
      users: {
        title: '選取使用者',
        text: '開啟「使用者和授權」。可以篩選、搜尋、貼上清單，或選取所有符合的使用者。換頁時選取項目不變。',
      },
      manage: {
        title: '指派、撤銷或更換',
        text: '在「管理授權」中，核取方塊顯示選取的使用者中有多少人擁有某個產品。勾選即指派，清除即撤銷，不動則保持不變。服務方案也是如此。可用數量會隨操作更新。',
      },
      save: {
        title: '核對後儲存',
        text: '儲存前會顯示將為誰變更什麼、略過了誰及原因，以及哪些產品不足。儲存的變更只記錄在此裝置上，可以復原。',
      },
      review: {
        title: '檢閱並同步處理',
        text: '「待同步」依客戶和依使用者列出所有尚未同步的變更；可以在那裡將使用者移出。「檢閱」顯示將傳送的內容；在您選取「立即同步處理」之前，不會有任何內容傳送至 Microsoft 365。',
      },
      end: {
        title: '檢視結果',
        text: '每位使用者的結果為已套用、仍待同步，或遭拒絕（並顯示 Microsoft 365 提供的原因）。可以在這裡重試、復原或匯出報告。',
      },
    },
    pictures: {
      users: '已選取部分使用者的「使用者和授權」',
      manage: '將指派一個產品的「管理授權」',
      save: '「儲存」對話方塊',
      review: '同步處理前檢閱',
      end: '每位使用者的結果',
    },
    practice:
      '可以用範例客戶練習：範例客戶在應用程式內有自己的雲端，可以在其中購買授權，也可以讓雲端出現異常。',
  },

  rules: {
    heading: '可能發生的問題及處理方法',
    lead: '儲存前會檢查下列問題。畫面上的訊息會指明具體的使用者和產品。',
    what: '意義',
    fix: '處理方法',
    of: {
      shortage: {
        title: '授權不足',
        what: '要指派該產品的使用者多於剩餘的授權。',
        fix: '將缺少的授權加入購買清單、選擇由誰取得剩餘的授權，或指派給較少的使用者。購買的授權在下次匯入後計入。',
      },
      usageLocationMissing: {
        title: '未設定使用位置',
        what: '對於沒有使用位置的使用者，Microsoft 365 不會指派授權。',
        fix: '在「管理授權」中設定使用位置，它屬於同一次變更。',
      },
      usageLocationUnknown: {
        title: '使用位置不明',
        what: '匯入的檔案未說明使用者是否已設定使用位置。',
        fix: '從 Microsoft 365 讀取該客戶，或匯入 Microsoft Graph 檔案；也可以照常儲存，沒有使用位置的使用者會遭 Microsoft 365 拒絕。',
      },
      usageLocationProhibited: {
        title: '在使用者所在地受限制',
        what: '該產品或其中的某個服務方案不能在使用者所在的國家或地區使用。',
        fix: '不選取這些使用者，或關閉該服務方案。「規則」中註明了來源。',
      },
      conflict: {
        title: '無法一起指派給同一個使用者',
        what: '兩個服務方案互相排斥或重疊。',
        fix: '關閉其中一個，訊息中提供了此選項；或撤銷兩個產品之一。',
      },
      dependency: {
        title: '服務方案需要另一個服務方案',
        what: '它只能與另一個服務方案一起使用，而使用者沒有後者。',
        fix: '指派包含所需服務方案的產品，或關閉相依的服務方案。',
      },
      notAssignable: {
        title: '產品無法指派',
        what: '該產品適用於整個公司、已暫停、已鎖定、已刪除、由使用者自助購買，或只有檔案中的名稱。',
        fix: '選擇其他產品。如果只有名稱，請匯入 subscribedSkus。',
      },
      inherited: {
        title: '繼承自群組',
        what: '使用者透過群組擁有該產品或其中的某個服務方案。Seatwise 只變更直接指派。',
        fix: '變更該群組的授權或成員。',
      },
      maybeInherited: {
        title: '可能繼承自群組',
        what: '匯入的檔案未說明使用者如何取得該產品。',
        fix: '從 Microsoft 365 讀取該客戶，或匯入 Microsoft Graph 檔案，即可得知。',
      },
      servicePlansUnknown: {
        title: '服務方案不明',
        what: '匯入的檔案未說明哪些服務方案已關閉，因此切換其中一個可能會影響其他服務方案。',
        fix: '從 Microsoft 365 讀取該客戶，或匯入 Microsoft Graph 檔案。',
      },
      swapInherited: {
        title: '未更換：繼承自群組',
        what: '只能更換直接指派的產品。',
        fix: '變更該群組的授權或成員，然後指派新產品。',
      },
      swapServicePlansUnknown: {
        title: '未更換：服務方案不明',
        what: '不知道舊產品中關閉了什麼，因此無法在新產品中保持關閉。',
        fix: '從 Microsoft 365 讀取該客戶，或匯入 Microsoft Graph 檔案。',
      },
      switchedOn: {
        title: '某項服務將會開啟',
        what: '它在撤銷的產品中已關閉，而在指派的產品中將會開啟。',
        fix: '請用「更換」，而不是分別指派和撤銷：已關閉的保持關閉。也可以自行關閉該服務方案。',
      },
      dataAtRisk: {
        title: '資料面臨風險',
        what: '使用者的最後一個信箱、儲存空間或 Teams 授權將被撤銷。',
        fix: '保留該產品、指派包含該服務的其他產品，或先儲存資料。訊息會說明資料會受到什麼影響、何時發生。',
      },
      licensesUntold: {
        title: '授權不明',
        what: '匯入的檔案沒有列出這些使用者擁有的授權。',
        fix: '從 Microsoft 365 讀取該客戶，或匯入包含授權的檔案。',
      },
      unchecked: {
        title: '未經檢查',
        what: '該產品的數量或服務方案不明。',
        fix: '匯入 subscribedSkus，或在「管理授權」中輸入數量。',
      },
    },
    later:
      '最終由 Microsoft 365 決定。遭拒絕的變更會顯示原文，留在「待同步」中，並記為該客戶的規則。',
  },

  files: {
    heading: 'Seatwise 可讀取的檔案',
    lead: '可以將檔案拖放到任何頁面。檔案依內容辨識，與檔名無關。編碼會自動辨識，無法確定時會詢問。',
    example: '範例',
    download: (file: string) => `下載 ${file}`,
    of: {
      skus: {
        title: '產品：subscribedSkus (JSON)',
        text: '來自 Microsoft Graph：產品、服務方案和數量。',
      },
      users: {
        title: '使用者 (JSON)',
        text: '來自 Microsoft Graph 或 PowerShell：誰擁有什麼、如何取得，以及關閉了哪些服務方案。這是最好的來源。',
      },
      usersCsv: {
        title: '使用者 (CSV)',
        text: '來自 Microsoft 365 系統管理中心、Entra、PowerShell，或自行製作。產品以名稱列出，沒有服務方案。',
      },
      list: {
        title: '指派清單 (CSV)',
        text: '要指派或撤銷的內容：每列一位使用者和一個產品，或用「新增授權」和「移除授權」等欄寫明產品。最後一列寫明列數，因此能發現不完整的檔案。',
      },
      wideList: {
        title: '每欄一個產品的指派清單 (CSV)',
        text: '每列一位使用者，每個產品下填寫「是」或「否」。留空表示保持不變。',
      },
    },
    more: '還可以讀取：群組 (JSON)、Microsoft 產品名稱清單 (CSV)、包含上述清單的 Excel 活頁簿、變更檔案、指令碼結果和備份。用 Chrome 或 Edge 安裝後，也可以在這些檔案的「開啟檔案」中選擇 Seatwise。',
    how: '檢視如何取得這些檔案',
  },

  keys: '在任何頁面按 ? 即可顯示。',

  app: {
    heading: '連線至 Microsoft 365',
    text: '要讀取客戶並同步處理，您的組織需要註冊一次應用程式。只需幾分鐘，不需要用戶端密碼。',
    link: '為 Seatwise 註冊應用程式',
  },

  privacy: {
    heading: '隱私權',
    points: [
      'Seatwise 沒有伺服器。客戶、使用者和待同步的變更都保留在此裝置的瀏覽器中。',
      '只有兩種情況會連線到外部：在 Microsoft 登入，以及您讓 Seatwise 從 Microsoft 365 讀取或向其傳送內容。',
      '登入狀態隨視窗關閉而結束，最長 24 小時。Seatwise 從不接觸密碼。',
      '不蒐集統計或使用量資料，也不向任何人回報。',
      '待同步的變更沒有儲存在其他地方：請在「設定」中儲存備份，可以設定複雜密碼。在那裡也可以從此裝置刪除所有內容。',
    ],
  },

  glossary: {
    heading: '詞彙表',
    of: [
      {
        word: '產品',
        text: '以授權形式指派的內容，例如 Microsoft 365 E3。Microsoft 也稱之為 SKU。',
      },
      {
        word: '服務方案',
        text: '產品中的一項服務，例如 Exchange Online。可以為每位使用者開啟或關閉。',
      },
      { word: '使用位置', text: '使用者使用服務的國家或地區。' },
      {
        word: '直接指派、繼承自群組',
        text: '使用者取得產品的方式：直接指派給使用者，或因為是群組的成員。',
      },
      { word: '可用授權', text: '擁有的數量減去已指派和待同步的數量。' },
      { word: '更換', text: '一步將一個產品換成另一個產品。已關閉的保持關閉。' },
      { word: '待同步', text: '已在此裝置上儲存，但尚未同步至 Microsoft 365。' },
      { word: '檢閱', text: '傳送前顯示同步處理將傳送的內容。' },
      {
        word: '衝突',
        text: '使用者在 Microsoft 365 中的情況與您儲存變更時不同。由您選擇以哪個為準。',
      },
      { word: '移交', text: '讓他人執行變更：透過 PowerShell 指令碼，或在對方的 Seatwise 中。' },
      {
        word: '等候授權',
        text: '儲存時沒有可用的授權，因此沒有為該使用者安排本次儲存的任何變更。',
      },
      { word: '範本', text: '以一個名稱儲存的產品和服務方案，可重複使用。' },
    ],
  },
};
