import { n, users } from './numbers.ts';

const customers = (count: number): string => `${n(count)} 个客户`;

export const pending = {
  lead: '所有尚未同步到 Microsoft 365 的更改。在你确认之前，不会发送任何内容。',
  empty: '没有待同步的更改',
  emptyHint: '在“管理许可证”中保存的更改会列在此处，等你同步。',
  notLoaded: '无法加载待同步的更改。',
  offlineTitle: '你处于脱机状态',
  offline:
    '你可以在此查看所有内容、继续保存更改并处理冲突。发送和获取新数据需要网络。已开始的同步会在网络恢复后自动继续。',
  table: '有待同步更改的客户',
  selectAll: '选择所有可以同步的客户',
  select: (customer: string) => `选择 ${customer}`,
  columns: {
    data: '数据',
    users: '待同步用户',
    open: '进行中',
    held: '冲突',
    handedOver: '已移交',
    failed: '失败',
    state: '上次同步',
  },
  handedOverOpen: (count: number, customer: string) =>
    `${customer} 有 ${users(count)}已移交：查看移交给谁`,
  handOver: '无法从此处同步？移交待同步的更改',
  usersOpen: (count: number, customer: string) => `${customer} 的 ${n(count)} 个待同步用户`,
  heldOpen: (count: number, customer: string) =>
    `${customer} 有 ${users(count)}与云端不一致：请选择`,
  failedOpen: (count: number, customer: string) => `${customer} 有 ${users(count)}失败：查看原因`,
  runOpen: (customer: string) => `${customer} 上次同步的结果`,
  neverRun: '尚未同步',
  notConnected: '未连接',
  connectOf: (customer: string) => `将 ${customer} 连接到 Microsoft 365`,
  gone: (count: number) =>
    `${users(count)}有待同步的更改，但已不在 Microsoft 365 中：恢复之前不会发送`,
  withoutId: (count: number) => `${users(count)}的更改无法发送：没有对象 ID`,
  chosen: (some: number, count: number) => `${customers(some)}，${users(count)}`,
  noneChosen: '请选择要查看的客户。',

  views: '待同步更改的查看方式',
  byCustomer: '按客户',
  byUser: '按用户',
  people: {
    title: '待同步用户',
    lead: '所有客户中，有更改尚未同步到 Microsoft 365 的用户。',
    search: '搜索名称或用户主体名称',
    anyState: '任何状态',
    nobody: '没有匹配的待同步用户',
    columns: { what: '待同步的更改' },
    kind: {
      losesData: '失去数据',
      revoke: '撤销',
      swap: '更换',
      assign: '分配',
      servicePlans: '服务计划',
      location: '使用位置',
    },
    state: {
      ready: '可以同步',
      claimed: '已开始同步',
      held: '冲突',
      handedOver: '已移交',
      withoutId: '没有对象 ID',
    },
    losing: { exchange: '将失去邮箱', sharepoint: '将失去 OneDrive' },
    remove: (count: number) => `移出 ${users(count)}`,
    removeTitle: '移出待同步的更改',
    removeText: (count: number, some: number) =>
      `${customers(some)}的 ${users(count)}将不再有待同步的更改。不会发送任何内容：他们在 Microsoft 365 中的许可证保持不变。`,
    removeClaimed: (count: number) => `${users(count)}仍为待同步：同步已经开始。`,
    removeHandedOver: (count: number) => `${users(count)}仍为待同步：已移交。请先收回。`,
    removeShort: (customer: string, product: string, count: number) =>
      `${customer}：${product} 将缺少 ${n(count)} 个许可证，因为这些用户原本会释放的许可证，其他用户的待同步更改需要用到。`,
    removeStale: '在此期间数据已变化，因此未移出任何用户。以下是新数字。',
    removeFailed: '未移出任何用户。如果此设备没有剩余空间，请先腾出空间，然后重试。',
    removed: (count: number, some: number) =>
      `已将 ${customers(some)}的 ${users(count)}移出待同步的更改`,
    undone: (count: number) => `${users(count)}已放回待同步的更改`,
    notUndone: (count: number) =>
      `${users(count)}无法在此处放回，因为该客户此后已变化。你可以在该客户的历史记录中重做各项更改。`,
  },

  reviewTitle: '同步前查看',
  reviewLead: '现在将发送以下内容。在你选择“立即同步”之前，不会发送任何内容。',
  reviewNone: '未选择要查看的客户',
  reviewNoneHint: '请在“待同步”中选择客户，然后选择“查看”。',
  reviewNotLoaded: (customer: string) => `无法生成 ${customer} 的查看内容。`,
  include: (customer: string) => `同步 ${customer}`,
  old: '此数据已超过 24 小时。发送任何内容之前需要新数据。',
  oldOffline: '此数据已超过 24 小时。发送任何内容之前需要新数据，而你处于脱机状态。',
  pulling: (customer: string) => `正在获取 ${customer} 的新数据`,
  moved: {
    title: (customer: string) => `${customer}：数字已变化`,
    line: (what: string, before: number, after: number) =>
      `${what}：之前 ${n(before)}，现在 ${n(after)}`,
    others: '各行的数字相同，但涉及的用户或剩余的许可证不同。',
    accept: '采用新数字',
  },
  syncing: (customer: string) => `正在同步 ${customer}。结束后可以同步剩下的内容。`,
  seeRun: '查看此次同步',
  nothingToSend: '此客户目前没有可以发送的内容。',
  facts: {
    users: '将更改的用户',
    oldest: '最早的更改',
  },
  losing: (count: number) =>
    `${users(count)}将失去最后一个邮箱或存储许可证。邮箱将在 30 天后删除；对大多数客户，OneDrive 将在 93 天后存档。`,
  short: (product: string, count: number) => `${product}：缺少\u00a0${n(count)}\u00a0个许可证`,
  shortNote: '没有可用许可证的用户会在同步期间等待释放的许可证。如果没有释放，其结果为“被拒绝”。',
  endingTitle: '即将到期的订阅',
  ending: (product: string, date: string) => `${product} 将于${date}到期`,
  takenUp: (count: number) =>
    `上次同步中还有 ${users(count)}没有结果。将首先处理这些用户：先重新读取，已到达的内容不会重复发送。`,
  notSentTitle: '不在本次同步中',
  withoutIdWhy: (count: number) =>
    `${users(count)}没有对象 ID：来源文件中没有。请导入 Microsoft Graph JSON 或获取新数据。`,
  heldWhy: (count: number) => `${users(count)}与云端不一致：等待你选择。`,
  handedOverWhy: (count: number) => `${users(count)}已移交：由其他途径发送，不从此处发送。`,

  sync: '立即同步',
  syncOrder: '客户将按此顺序逐个同步。你可以随时暂停或停止。',
  syncSample: '示例客户与此设备上的示例云同步。不会有任何内容离开此设备。',
  as: (name: string) => `同步者：${name}`,
  confirm: (count: number, customer: string) =>
    `若要确认，请输入 ${customer} 的用户数：${n(count)}`,
  starting: '正在启动…',
  diskFull: (customer: string) => `${customer} 的同步已中断：此设备上没有剩余空间`,
  diskFullText:
    'Seatwise 会先记录要发送的内容，再发送。这次无法记录，因此不再发送任何内容。待同步的更改仍在。请在此设备上腾出空间，然后再次同步。',
  staleTitle: '未发送任何内容：数字已变化。',
  staleText: '另一个窗口或新数据更改了某个客户。现在显示的是新的数字。请查看后再次确认。',
  refused: {
    busy: '未发送任何内容：此客户正在此窗口或另一个窗口中同步。',
    notConnected: '未发送任何内容：有客户未连接到 Microsoft 365。',
    nothingToSend: '未发送任何内容：有客户目前没有可以发送的内容。',
    failed: '无法启动同步，未发送任何内容。如果此设备上没有剩余空间，请先腾出空间，然后重试。',
  },
};
