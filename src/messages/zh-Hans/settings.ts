import { n } from './numbers.ts';

export const settings = {
  saved: '设置已保存',
  notSaved: '无法保存设置。',

  appearance: '语言和外观',
  languageOfBrowser: (name: string) => `浏览器默认（${name}）`,
  theme: '主题',
  themeSystem: '系统默认',
  themeLight: '浅色',
  themeDark: '深色',
  density: '行高',
  densityComfortable: '宽松',
  densityCompact: '紧凑',

  work: '你的工作',
  operatorHelp: '显示在每项更改中。',
  buyAddress: '“购买更多”打开的地址',
  buyAddressHelp: '以 https:// 开头的地址。留空则打开合作伙伴中心。',
  buyAddressInvalid: '请输入以 https:// 开头的完整地址',

  ages: '数据的时效',
  agesHelp: '客户数据超过多少天后以颜色标示。',
  amberDays: '超过此天数显示琥珀色',
  redDays: '超过此天数显示红色',
  agesOrder: '红色的天数必须大于琥珀色的天数。',

  confirmation: '撤销前输入数字确认',
  confirmationHelp: '更改撤销的内容较多时，会要求输入用户数。满足以下任一条件即会要求：',
  confirmUsers: '失去许可证的用户数',
  confirmPercent: '占已有许可证用户的比例 (%)',
  confirmLosing: '失去最后一个邮箱或存储空间的用户数',
  numberBetween: (from: number, to: number) => `请输入 ${n(from)} 到 ${n(to)} 之间的整数。`,

  storage: '此设备上的存储',
  storageNotLoaded: '无法获取存储用量。',
  storageUsed: '已使用',
  storageUsedOf: (used: string, quota: string) => `${used}，浏览器允许 ${quota}`,
  offlineCopy: '没有网络时',
  offlineCopyThere: '可以使用：整个应用都在此设备上',
  offlineCopyComing: '尚不可用：应用还在保存到此设备',
  offlineCopyNever: '在此地址或此浏览器中不可用',
  offlineCopyRefused: '不可用：应用未能保存到此设备。下次启动时会重试。',
  refused: {
    choices: {
      title: '此浏览器没有保存你的选择',
      detail:
        '固定的客户、列、行高以及未完成的草稿只保留到此页面关闭为止：此网站的存储空间已满或被关闭。请在浏览器设置中允许存储，或腾出空间，然后重新选择。客户和更改不受影响。',
    },
    offlineCopy: {
      title: 'Seatwise 还不能脱机使用',
      detail:
        '应用未能保存到此设备：空间不足、网络中断，或主机不允许。请腾出空间，然后在有网络时重新加载此页面。有网络时一切正常。',
    },
  },
  roomNone: '此设备上没有剩余空间',
  roomNoneDetail:
    '刚才的操作未能保存，之前的内容不受影响。请腾出磁盘空间，或移除不再需要的客户，然后重试。',
  roomLow: '此设备上的空间即将用完',
  roomLowDetail: (used: string, quota: string) =>
    `Seatwise 已使用 ${used}，浏览器允许 ${quota}。请先保存备份，再移除不再需要的客户。`,
  storageKept: '保留方式',
  storageUnknown: '浏览器未提供此信息',
  persistent: '持久：浏览器不会自行删除',
  bestEffort: '尽力而为：磁盘空间快满时，浏览器可能会删除',
  askToKeep: '请求浏览器保留数据',
  keepRefused:
    '浏览器没有同意。将 Seatwise 安装为应用，或使用一段时间后，通常会同意。在此之前请保存备份。',
  keepGranted: '浏览器会保留数据。',
  iosNote:
    '在 iPhone 和 iPad 上，未添加到主屏幕的网站若 7 天未访问，其数据可能会被删除。请选择“共享”，然后选择“添加到主屏幕”。主屏幕上的应用有自己的存储：请先在此保存备份，再到那里恢复。',

  backup: '备份',
  backupHelp: '一个文件，包含所有客户、待同步的更改和你的设置。请像保护数据本身一样保护它。',
  listsApart: (_count: number, files: string) =>
    `备份不包含已开始处理的列表。请另行保存这些文件：${files}`,
  saveBackup: '保存全部内容的备份',
  backupSaved: (name: string) => `备份已保存为 ${name}。`,
  restoreHelp: '文件中的客户将恢复为当时的状态；此设备上 ID 相同的客户会被替换。',
  chooseBackup: '选择备份文件…',
  restoring: '正在从备份恢复',
  restored: (customers: number) => `已恢复 ${n(customers)} 个客户。`,
  failed: {
    quota: '此设备上的空间不足。',
    busy: '正在导入。请等待导入结束后重试。',
    notWritable: '无法打开文件进行写入。请选择其他位置。',
    tooManyRows: '行数超过工作簿的上限 1,048,576 行。请导出为 CSV。',
    longCell: '有单元格超过工作簿允许的长度。请去掉相应的列，或导出为 CSV。',
    unexpected: '出现问题。未更改任何内容。',
  },
  failureDetail: (detail: string) => `用于报告问题：${detail}`,
  rowRate: (rows: number, perSecond: number) => `${n(rows)} 行，每秒 ${n(perSecond)} 行`,
  progress: {
    bytes: (done: string, total: string | null) => (total === null ? done : `${done}，共 ${total}`),
    users: (done: number, total: number | null) =>
      total === null ? `${n(done)} 个用户` : `${n(done)} 个用户，共 ${n(total)} 个`,
    rows: (done: number, total: number | null) =>
      total === null ? `${n(done)} 行` : `${n(done)} 行，共 ${n(total)} 行`,
    customers: (done: number, total: number | null) =>
      total === null ? `${n(done)} 个客户` : `${n(done)} 个客户，共 ${n(total)} 个`,
  },

  wipe: '从此设备删除全部内容',
  wipeHelp: '此设备上的所有客户、待同步的更改和设置。',
  wipeButton: '删除全部内容…',
  wipeCount: (customers: number, users: number) =>
    users === 0
      ? `将从此设备删除 ${n(customers)} 个客户。没有待同步的更改。`
      : `将从此设备删除 ${n(customers)} 个客户；${n(users)} 个用户的待同步更改没有存储在其他任何地方，将会丢失。`,
  wipeNothingRemote: 'Microsoft 365 中不会有任何变化。',
  wipeWord: '删除',
  wipeType: (word: string) => `输入“${word}”以确认`,
  wipeNow: '删除全部内容',
  wiping: '正在删除…',
  wipeFailed: '未能删除全部内容。请关闭其他 Seatwise 窗口后重试。',

  about: '关于 Seatwise',
  version: '版本',
  license: '许可协议',
  licenseText: 'MIT',
  parts: '所用组件',
  partsShow: '显示所有组件及其许可协议',
  partsNotLoaded: '无法加载许可协议。',
  dataText: '产品和服务计划的名称、ID 及依赖关系来自 Microsoft 的公开文档 (CC BY 4.0)。',
  trademark: 'Microsoft 365 及其产品名称是 Microsoft 的商标。Seatwise 不是 Microsoft 的产品。',
};
