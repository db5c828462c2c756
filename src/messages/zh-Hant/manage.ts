import { n, users } from './numbers.ts';

export const manage = {
  title: (customer: string) => `管理授權 · ${customer}`,
  failed: '無法載入此頁面。',
  gone: '此裝置上已沒有這個客戶。',
  nobody: '尚未選取任何使用者',
  nobodyHint: '請先選取使用者，再於此處管理其授權。',
  toUsers: '前往「使用者和授權」',
  staleTitle: '未儲存任何內容：數字已變動。',
  staleText:
    '另一個視窗、匯入或同步處理變更了此客戶的資料。現在顯示的是新的數字。請檢視後再次儲存。',
  nothingToDo: '未儲存任何內容：已沒有需要變更的內容。',
  planSaved: '未儲存任何內容：此變更檔案已在其他視窗中儲存。',
  notKept: '無法在此裝置上保留您的變更。重新載入後將會遺失。',
  noProducts: '尚不清楚此客戶有哪些產品。',
  noProductsHint: '匯入 subscribedSkus 後即可看到此客戶擁有的產品。',

  boxes: {
    label: (count: number) => `選取的使用者：${n(count)}`,
    more: (count: number) => `另外 ${n(count)} 位`,
    all: '所有選取的使用者',
    search: '搜尋選取的使用者',
    none: '選取的使用者中沒有相符的項目。',
    removed: (name: string) => `已移除 ${name}。`,
  },

  row: {
    /** What a tick does, for who does not see its row. */
    told: (product: string, parts: readonly string[]) => `${product}：${parts.join('，')}`,
    left: (count: number) => `剩餘 ${n(count)}`,
    choices: (product: string) => `${product} 的選項`,
    assignAll: '指派給所有使用者',
    revokeAll: '撤銷所有使用者的授權',
    assign: (count: number) => `指派給 ${users(count)}`,
    revoke: (count: number) => `撤銷 ${users(count)}的授權`,
    keptBy: (count: number, groups: string) => `${users(count)}透過${groups}保留`,
    directOnly: (count: number) => `${users(count)}僅失去直接指派（不釋出授權）`,
    plans: (count: number) => `變更 ${users(count)}的服務方案`,
    notAssignable: {
      company: '適用於整個公司：不指派給使用者',
      suspended: '已暫停：無法指派',
      lockedOut: '已鎖定：無法指派',
      deleted: '已刪除：無法指派',
      selfService: '使用者自助購買：無法指派',
      unidentified: '只有檔案中的名稱：請匯入 subscribedSkus 以識別該產品',
    },
    onlyByGroup: (groups: string) => `全部透過${groups}擁有：請在群組中撤銷`,
    onlyRevoke: '只能撤銷',
  },

  ledger: {
    planned: (count: number) => `同步後為 ${n(count)}`,
    cloud: (count: number, date: string) => `${date} Microsoft 365 中為 ${n(count)}`,
    grace: (count: number, grace: number) =>
      count === grace
        ? `${n(count)}（都在寬限期內）`
        : `${n(count)}（其中 ${n(grace)} 個在寬限期內）`,
    graceNote: (count: number) => `其中 ${n(count)} 個在寬限期內`,
    short: (count: number) => `缺少 ${n(count)} 個授權`,
    kept: (count: number) => `為尚未加入的使用者保留 ${n(count)} 個`,
    awaited: (needed: number, awaited: number) =>
      `需要 ${n(needed)} 個，其中 ${n(awaited)} 個供尚未加入的使用者使用`,
    overdrawn: (count: number) => `超額 ${n(count)} 個`,
    unknown: '可用：不明。',
    unknownHint: '請匯入 subscribedSkus 或輸入數量',
    typed: '手動輸入',
    type: '輸入數量',
    typeLabel: (product: string) => `擁有的 ${product} 授權數量`,
    typeHint: '此客戶擁有的所有授權，包括已指派的',
    keep: '儲存數量',
  },

  finder: {
    search: '搜尋產品',
    label: '顯示產品',
    filter: { all: '全部', changed: '有變更', held: '已有', available: '可用' },
    nothing: '沒有相符的產品。',
  },

  holders: {
    open: (assigned: string, product: string) => `${assigned}：誰擁有 ${product}`,
    title: (product: string) => `誰擁有 ${product}`,
    count: (count: number) => `${n(count)} 位選取的使用者擁有此產品`,
  },

  buy: {
    button: (product: string) => `購買更多 ${product}`,
    copied: '已複製產品編號。',
    needed: '需要',
    overdrawn: '已超額',
    listed: '已在購買清單中',
    notLoaded: '無法讀取購買清單。',
    number: '購買數量',
    add: '新增至購買清單',
    added: (count: number, product: string) => `購買清單中有 ${n(count)} 個 ${product}。`,
    open: '開啟合作夥伴中心',
    openOther: '開啟購買頁面',
    note: '購買的授權在下一次匯入後才會計入。',
  },

  servicePlans: {
    search: '搜尋服務方案',
    noneFound: '沒有相符的服務方案。',
    differ: '各使用者不同',
    alike: '所有使用者相同',
    hint: '適用於將取得此產品的使用者和已擁有此產品的使用者。未變動的項目保持不變。',
    unlisted: '此產品的服務方案不明。匯入 subscribedSkus 後即可看到。',
    company: '適用於整個公司：無法依使用者切換',
    revoked: '正在撤銷此產品：沒有可切換的內容。',
    unknown: (count: number) => `${users(count)}的狀態不明：此檔案中沒有`,
    on: (count: number) => `為 ${users(count)}開啟`,
    off: (count: number) => `為 ${users(count)}關閉`,
    keep: (count: number) => `${users(count)}透過群組保留`,
    locked: '所有使用者均透過群組開啟：無法在此關閉',
    state: (on: number, all: number) => `已開啟 ${n(on)}/${n(all)}`,
    failed: '無法讀取服務方案。',
  },

  location: {
    missing: (count: number) => `${users(count)}沒有使用位置：請設定`,
    choose: '選擇國家或地區',
    set: '設定',
    planned: (count: number, country: string) =>
      `為 ${n(count)} 位沒有使用位置的使用者設定「${country}」：屬於此變更，儲存後列為待同步。`,
    chosen: (country: string) => `為沒有使用位置的使用者設定「${country}」。`,
    remove: '不設定使用位置',
  },

  issues: {
    title: '儲存之前',
    toKnow: (count: number) => `${n(count)} 則提示`,
    none: '沒有發現問題。',
    import: '匯入檔案',
    summary: (count: number) => `${n(count)} 則訊息`,
    skipped: (count: number) => `略過 ${users(count)}`,
  },

  save: {
    button: (parts: string) => `儲存：${parts}`,
    assign: (count: number) => `指派 ${n(count)} 個授權`,
    assignProduct: (product: string, count: number) => `將 ${product} 指派給 ${users(count)}`,
    revoke: (count: number) => `撤銷 ${n(count)} 個授權`,
    revokeProduct: (product: string, count: number) => `撤銷 ${users(count)}的 ${product}`,
    swap: (count: number) => `更換 ${n(count)} 個授權`,
    swapProduct: (from: string, to: string, count: number) =>
      `為 ${users(count)}將 ${from} 更換為 ${to}`,
    direct: (count: number) => `撤銷 ${n(count)} 項直接指派`,
    locations: (count: number) => `設定 ${n(count)} 個使用位置`,
    plans: (count: number) => `變更 ${n(count)} 個授權的服務方案`,
    plansOf: (product: string, count: number) => `為 ${users(count)}變更 ${product} 的服務方案`,
    short: (what: string, count: number) => `${what}（缺少 ${n(count)} 個）`,
    onlyShort: (count: number) => `缺少 ${n(count)} 個授權`,
    nothingChosen: '尚無變更',
    nobodyChanges: '不會變更任何使用者。',
    allKept: (count: number) => `全部 ${users(count)}均已略過。請檢視上方的訊息。`,
    discard: '捨棄變更',
    computing: '正在計算…',
    dataOf: (date: string) => `資料日期：${date}`,
    changed: '將變更的使用者',
    leftOut: (count: number) => `略過 ${users(count)}：檢視名單和原因`,
    leftOutNote: '本次儲存不會變更這些使用者。',
    reason: '原因',
    waits: (product: string) => `因 ${product} 不足而等候的使用者`,
    buys: (count: number, buy: number, product: string) =>
      `待同步的 ${product} 比可用的多 ${n(count)} 個；${n(buy)} 個將加入購買清單。`,
    risk: (count: number) => `${users(count)}將失去最後一個信箱或儲存空間授權：`,
    operatorHint: '只詢問一次，會顯示在每次變更的歷程記錄中。',
    as: (name: string) => `儲存者：${name}`,
    reference: '工單編號（選填）',
    note: '備註（選填）',
    confirm: (count: number, customer: string) =>
      `若要確認，請輸入「${customer}」中將變更的使用者數：${n(count)}`,
    notSent: '儲存只會在此裝置上記錄待同步的變更，不會向 Microsoft 365 傳送任何內容。',
    saving: '正在儲存…',
    failed: '無法儲存。未寫入任何內容。',
  },

  freed: {
    title: (count: number, products: string) =>
      `${products} 的授權現在可供 ${n(count)} 位等候的使用者使用`,
    waiting: (count: number, date: string) =>
      `自 ${date}的儲存以來，有 ${n(count)} 位使用者在等候。在您儲存之前，不會有任何變更列為待同步。`,
    plan: (count: number, waiting: number) =>
      count < waiting ? `指派給前 ${n(count)} 位使用者` : `指派給這 ${n(count)} 位使用者`,
  },

  shortage: {
    title: '授權不足',
    lead: '授權少於本次儲存所需：',
    line: (product: string, needed: number, left: number, short: number) =>
      `${product}：需要\u00a0${n(needed)}\u00a0個，可用\u00a0${n(left)}\u00a0個，缺少\u00a0${n(short)}\u00a0個`,
    choose: '選擇誰等候',
    waitHint:
      '本次儲存不變更等候的使用者；有可用的授權時會提示您。授權先依您排的順序指派給優先的使用者，再依顯示順序指派給其他使用者；同步也依此順序傳送。',
    planAll: (count: number) => `指派給所有使用者，並將 ${n(count)} 個加入購買清單`,
    planAllHint: '所有使用者都列為待同步。不會實際購買：購買清單僅供提醒。',
    next: '繼續',
    order: '誰取得授權，誰等候',
    gets: '取得授權',
    waits: '等候',
    changeOrder: '變更順序',
    search: '搜尋需要授權的使用者',
    noneFound: '需要授權的使用者中沒有相符的項目。',
    first: '優先',
    firstOf: (name: string) => `讓 ${name} 優先`,
    place: (place: number) => `您的第 ${n(place)} 位`,
    up: (name: string) => `將 ${name} 上移`,
    down: (name: string) => `將 ${name} 下移`,
    goFirst: (count: number, needNone: number) =>
      needNone === 0
        ? `其中 ${n(count)} 位依您的順序優先`
        : `其中 ${n(count)} 位依您的順序優先；您選的另外 ${n(needNone)} 位在此不需要授權`,
    pasteFirst: '貼上優先使用者的清單…',
    pasteLabel: '誰優先，依順序',
    putFirst: (count: number) => (count === 0 ? '優先' : `讓 ${users(count)}優先`),
    moveToWaiting: '移至等候清單',
    moveToWaitingOf: (name: string) => `將 ${name} 移至等候清單`,
    letGo: '恢復順序',
    letGoOf: (name: string) => `將 ${name} 恢復到原順序`,
    last: '由您移動',
    waiting: (waiting: number, total: number) => `${users(total)}中有 ${n(waiting)} 位等候`,
  },
};
