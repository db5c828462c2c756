import { n, users } from './numbers.ts';

export const manage = {
  title: (customer: string) => `管理许可证 · ${customer}`,
  failed: '无法加载此页面。',
  gone: '此设备上已没有该客户。',
  nobody: '未选择任何用户',
  nobodyHint: '请先选择用户，然后在此处管理其许可证。',
  toUsers: '转到“用户和许可证”',
  staleTitle: '未保存任何内容：数字已变化。',
  staleText: '另一个窗口、导入或同步更改了此客户的数据。现在显示的是新的数字。请查看后重新保存。',
  nothingToDo: '未保存任何内容：已没有需要更改的内容。',
  planSaved: '未保存任何内容：此更改文件已在其他窗口中保存。',
  notKept: '无法在此设备上保留你的更改。重新加载后将丢失。',
  noProducts: '尚不知道此客户有哪些产品。',
  noProductsHint: '导入 subscribedSkus 后即可看到此客户拥有的产品。',

  boxes: {
    label: (count: number) => `选定用户：${n(count)}`,
    more: (count: number) => `另外 ${n(count)} 个`,
    all: '所有选定用户',
    search: '搜索选定用户',
    none: '选定用户中没有匹配项。',
    removed: (name: string) => `已移除 ${name}。`,
  },

  row: {
    /** What a tick does, for who does not see its row. */
    told: (product: string, parts: readonly string[]) => `${product}：${parts.join('，')}`,
    left: (count: number) => `剩余 ${n(count)}`,
    choices: (product: string) => `${product} 的选项`,
    assignAll: '分配给所有用户',
    revokeAll: '撤销所有用户的许可证',
    assign: (count: number) => `分配给 ${users(count)}`,
    revoke: (count: number) => `撤销 ${users(count)}的许可证`,
    keptBy: (count: number, groups: string) => `${users(count)}通过${groups}保留`,
    directOnly: (count: number) => `${users(count)}仅失去直接分配（不释放许可证）`,
    plans: (count: number) => `更改 ${users(count)}的服务计划`,
    notAssignable: {
      company: '面向整个公司：不分配给用户',
      suspended: '已暂停：无法分配',
      lockedOut: '已锁定：无法分配',
      deleted: '已删除：无法分配',
      selfService: '由用户自行购买（自助服务）：无法分配',
      unidentified: '只有文件中的名称：请导入 subscribedSkus 以识别该产品',
    },
    onlyByGroup: (groups: string) => `全部通过${groups}拥有：请在组中撤销`,
    onlyRevoke: '只能撤销',
  },

  ledger: {
    planned: (count: number) => `同步后为 ${n(count)}`,
    cloud: (count: number, date: string) => `${date} Microsoft 365 中为 ${n(count)}`,
    grace: (count: number, grace: number) =>
      count === grace
        ? `${n(count)}（均处于宽限期）`
        : `${n(count)}（其中 ${n(grace)} 个处于宽限期）`,
    graceNote: (count: number) => `其中 ${n(count)} 个处于宽限期`,
    short: (count: number) => `缺少 ${n(count)} 个许可证`,
    kept: (count: number) => `为尚未加入的用户保留 ${n(count)} 个`,
    awaited: (needed: number, awaited: number) =>
      `需要 ${n(needed)} 个，其中 ${n(awaited)} 个供尚未加入的用户使用`,
    overdrawn: (count: number) => `超额 ${n(count)} 个`,
    unknown: '可用：未知。',
    unknownHint: '请导入 subscribedSkus 或输入数量',
    typed: '手动输入',
    type: '输入数量',
    typeLabel: (product: string) => `拥有的 ${product} 许可证数量`,
    typeHint: '此客户拥有的所有许可证，包括已分配的',
    keep: '保存数量',
  },

  finder: {
    search: '搜索产品',
    label: '显示产品',
    filter: { all: '全部', changed: '有更改', held: '已有', available: '可用' },
    nothing: '没有匹配的产品。',
  },

  holders: {
    open: (assigned: string, product: string) => `${assigned}：谁拥有 ${product}`,
    title: (product: string) => `谁拥有 ${product}`,
    count: (count: number) => `${n(count)} 个选定用户拥有此产品`,
  },

  buy: {
    button: (product: string) => `购买更多 ${product}`,
    copied: '已复制部件号。',
    needed: '需要',
    overdrawn: '已超额',
    listed: '已在购买清单中',
    notLoaded: '无法读取购买清单。',
    number: '购买数量',
    add: '添加到购买清单',
    added: (count: number, product: string) => `购买清单中有 ${n(count)} 个 ${product}。`,
    open: '打开合作伙伴中心',
    openOther: '打开购买页面',
    note: '购买的许可证在下一次导入后才计入。',
  },

  servicePlans: {
    search: '搜索服务计划',
    noneFound: '没有匹配的服务计划。',
    differ: '各用户不同',
    alike: '所有用户相同',
    hint: '适用于将获得此产品的用户和已拥有此产品的用户。未改动的项保持不变。',
    unlisted: '此产品的服务计划未知。导入 subscribedSkus 后即可看到。',
    company: '面向整个公司：无法按用户切换',
    revoked: '正在撤销此产品：没有可切换的内容。',
    unknown: (count: number) => `${users(count)}的状态未知：此文件中没有`,
    on: (count: number) => `为 ${users(count)}打开`,
    off: (count: number) => `为 ${users(count)}关闭`,
    keep: (count: number) => `${users(count)}通过组保留`,
    locked: '所有用户均通过组打开：无法在此处关闭',
    state: (on: number, all: number) => `已打开 ${n(on)}/${n(all)}`,
    failed: '无法读取服务计划。',
  },

  location: {
    missing: (count: number) => `${users(count)}没有使用位置：请设置`,
    choose: '选择国家或地区',
    set: '设置',
    planned: (count: number, country: string) =>
      `为 ${n(count)} 个没有使用位置的用户设置“${country}”：属于此更改，保存后列为待同步。`,
    chosen: (country: string) => `为没有使用位置的用户设置“${country}”。`,
    remove: '不设置使用位置',
  },

  issues: {
    title: '保存之前',
    toKnow: (count: number) => `${n(count)} 条提示`,
    none: '没有发现问题。',
    import: '导入文件',
    summary: (count: number) => `${n(count)} 条消息`,
    skipped: (count: number) => `跳过 ${users(count)}`,
  },

  save: {
    button: (parts: string) => `保存：${parts}`,
    assign: (count: number) => `分配 ${n(count)} 个许可证`,
    assignProduct: (product: string, count: number) => `向 ${users(count)}分配 ${product}`,
    revoke: (count: number) => `撤销 ${n(count)} 个许可证`,
    revokeProduct: (product: string, count: number) => `撤销 ${users(count)}的 ${product}`,
    swap: (count: number) => `更换 ${n(count)} 个许可证`,
    swapProduct: (from: string, to: string, count: number) =>
      `为 ${users(count)}将 ${from} 更换为 ${to}`,
    direct: (count: number) => `撤销 ${n(count)} 项直接分配`,
    locations: (count: number) => `设置 ${n(count)} 个使用位置`,
    plans: (count: number) => `更改 ${n(count)} 个许可证的服务计划`,
    plansOf: (product: string, count: number) => `为 ${users(count)}更改 ${product} 的服务计划`,
    short: (what: string, count: number) => `${what}（缺少 ${n(count)} 个）`,
    onlyShort: (count: number) => `缺少 ${n(count)} 个许可证`,
    nothingChosen: '尚无更改',
    nobodyChanges: '不会更改任何用户。',
    allKept: (count: number) => `全部 ${users(count)}均被跳过。请查看上方的消息。`,
    discard: '放弃更改',
    computing: '正在计算…',
    dataOf: (date: string) => `数据日期：${date}`,
    changed: '将更改的用户',
    leftOut: (count: number) => `跳过 ${users(count)}：查看名单和原因`,
    leftOutNote: '本次保存不会更改这些用户。',
    reason: '原因',
    waits: (product: string) => `因 ${product} 不足而等待的用户`,
    buys: (count: number, buy: number, product: string) =>
      `待同步的 ${product} 比可用的多 ${n(count)} 个；${n(buy)} 个将加入购买清单。`,
    risk: (count: number) => `${users(count)}将失去最后一个邮箱或存储许可证：`,
    operatorHint: '只询问一次，会显示在每次更改的历史记录中。',
    as: (name: string) => `保存者：${name}`,
    reference: '工单编号（可选）',
    note: '备注（可选）',
    confirm: (count: number, customer: string) =>
      `若要确认，请输入“${customer}”中将更改的用户数：${n(count)}`,
    notSent: '保存只在此设备上记录待同步的更改，不会向 Microsoft 365 发送任何内容。',
    saving: '正在保存…',
    failed: '无法保存。未写入任何内容。',
  },

  freed: {
    title: (count: number, products: string) =>
      `${products} 的许可证现在可供 ${n(count)} 个等待的用户使用`,
    waiting: (count: number, date: string) =>
      `自 ${date}的保存以来，有 ${n(count)} 个用户在等待。在你保存之前，不会有任何更改列为待同步。`,
    plan: (count: number, waiting: number) =>
      count < waiting ? `分配给前 ${n(count)} 个用户` : `分配给这 ${n(count)} 个用户`,
  },

  shortage: {
    title: '许可证不足',
    lead: '许可证少于本次保存所需：',
    line: (product: string, needed: number, left: number, short: number) =>
      `${product}：需要\u00a0${n(needed)}\u00a0个，可用\u00a0${n(left)}\u00a0个，缺少\u00a0${n(short)}\u00a0个`,
    choose: '选择谁等待',
    waitHint:
      '本次保存不更改等待的用户；有可用的许可证时会提示你。许可证先按你排的顺序分配给优先的用户，再按显示顺序分配给其他用户；同步也按此顺序发送。',
    planAll: (count: number) => `分配给所有用户，并将 ${n(count)} 个加入购买清单`,
    planAllHint: '所有用户都列为待同步。不会实际购买：购买清单仅作提醒。',
    next: '继续',
    order: '谁获得许可证，谁等待',
    gets: '获得许可证',
    waits: '等待',
    changeOrder: '更改顺序',
    search: '搜索需要许可证的用户',
    noneFound: '需要许可证的用户中没有匹配项。',
    first: '优先',
    firstOf: (name: string) => `让 ${name} 优先`,
    place: (place: number) => `你的第 ${n(place)} 位`,
    up: (name: string) => `将 ${name} 上移`,
    down: (name: string) => `将 ${name} 下移`,
    goFirst: (count: number, needNone: number) =>
      needNone === 0
        ? `其中 ${n(count)} 个按你的顺序优先`
        : `其中 ${n(count)} 个按你的顺序优先；你选的另外 ${n(needNone)} 个在此不需要许可证`,
    pasteFirst: '粘贴优先用户的列表…',
    pasteLabel: '谁优先，按顺序',
    putFirst: (count: number) => (count === 0 ? '优先' : `让 ${users(count)}优先`),
    moveToWaiting: '移到等待列表',
    moveToWaitingOf: (name: string) => `将 ${name} 移到等待列表`,
    letGo: '恢复顺序',
    letGoOf: (name: string) => `将 ${name} 恢复到原顺序`,
    last: '由你移动',
    waiting: (waiting: number, total: number) => `${users(total)}中有 ${n(waiting)} 个等待`,
  },
};
