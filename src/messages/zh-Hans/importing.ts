import { n } from './numbers.ts';

export const importing = {
  lead: '文件仅在此设备上读取。不会发送任何内容；在你选择“导入”之前，也不会保留任何内容。',
  drop: '将文件拖放到此处',
  choose: '选择文件…',
  addMore: '添加更多文件…',
  sharedLost:
    '无法接收共享的文件：此设备上可能没有剩余空间。请腾出空间后再次共享，或在此处选择文件。',
  reads: '可读取的文件',
  limits:
    '用户 JSON 文件的大小不限。其他文件最大 500 MB（JSON 为 300 MB），最多 2,000,000 行，每个单元格最大 64 KB。',
  kinds: [
    {
      title: 'Microsoft Graph JSON',
      text: 'subscribedSkus（产品和数量）、一页或多页用户，以及组（组名称）。一起导入可获得完整信息。',
    },
    {
      title: 'Microsoft 365 管理中心的用户 CSV',
      text: '用户、使用位置和许可证名称。其中没有数量，也没有服务计划。',
    },
    {
      title: 'Entra 或 PowerShell 的用户 CSV，以及其他用户 CSV',
      text: 'Entra 的“下载用户”、PowerShell 的 Export-Csv，或你自己的文件：由你说明每一列的含义，Seatwise 会记住。',
    },
    {
      title: 'Microsoft 产品名称列表 (CSV)',
      text: '“许可的产品名称和服务计划标识符”：为 Seatwise 不认识的产品提供名称。',
    },
    {
      title: '分配列表 (CSV)',
      text: '要分配或撤销的内容：每行一个用户和一个产品，或每行一个用户、每列一个产品，单元格为“是”或“否”。',
    },
    {
      title: 'Excel 工作簿 (.xlsx)',
      text: '第一个可见工作表中的同类列表。不接受宏、受密码保护的文件和旧的 .xls 格式。',
    },
    { title: 'Seatwise 备份', text: '在另一台设备上保存的一个客户或全部内容。' },
  ],
  reading: '正在读取文件',
  startAgain: '选择其他文件',

  how: '如何获取这些文件',
  howAdmin: 'Microsoft 365 管理中心',
  howAdminSteps: [
    '打开 admin.microsoft.com，然后转到“用户”>“活跃用户”。',
    '选择“导出用户”，等待下载完成。',
    '将 CSV 文件原样拖放到此处。无需使用 Excel。',
  ],
  howExplorer: 'Graph 浏览器',
  howExplorerText:
    '逐个运行以下请求，并将每个响应保存为 .json 文件。如果响应末尾有 @odata.nextLink，请再运行该地址，并另存为一个文件。',
  howCli: 'Azure CLI',
  howCliText: '每行写入一个文件。只读取一页用户：请参阅上文的 @odata.nextLink。',
  howPowerShell: 'PowerShell（Microsoft Graph 模块）',
  howPowerShellText: '读取所有页并写入三个文件。',
  copy: (what: string) => `复制：${what}`,
  copyFailed: '浏览器不允许复制。请选中文本后复制。',

  found: '读取结果',
  sheet: (sheet: string) => `Excel 工作簿，工作表“${sheet}”`,
  form: '编码和分隔符',
  size: '大小',
  users: '用户',
  products: '产品',
  groups: '组',
  fileKinds: {
    graphUsers: 'Graph：用户',
    graphSkus: 'Graph：subscribedSkus',
    graphGroups: 'Graph：组',
    adminUsersCsv: '管理中心：用户',
    entraUsersCsv: 'Entra：用户',
    powerShellUsersCsv: 'PowerShell：用户',
    usersCsv: '用户 (CSV)',
    productNames: 'Microsoft 产品名称列表',
    assignmentList: '分配列表',
    backup: 'Seatwise 备份',
    planFile: '更改文件',
    scriptOutcomes: '脚本的结果',
    unknown: '无法识别',
  },
  delimiters: { comma: '逗号', semicolon: '分号', tab: '制表符', bar: '竖线' },
  leaveOut: (file: string) => `不使用 ${file}`,
  split: {
    choice: '多个客户，按用户的域划分',
    title: '按域划分的客户',
    sum: (count: number, customers: number, fresh: number) =>
      `${n(count)} 个用户将导入 ${n(customers)} 个客户，其中 ${n(fresh)} 个为新客户。`,
    leftOut: (count: number) => `跳过 ${n(count)} 个用户。`,
    into: '导入到',
    intoFor: (domain: string) => `${domain} 的用户导入到`,
    newCustomer: (domain: string) => `新客户 ${domain}`,
    nowhere: '不导入',
    done: (count: number, failed: number) =>
      failed === 0 ? `已导入 ${n(count)} 个客户` : `已导入 ${n(count)} 个客户，${n(failed)} 个失败`,
    busy: '未导入：此客户正在进行其他导入或同步。请稍后再次导入该文件。',
    failed: '未导入。请再次导入该文件。',
  },
  naming: {
    hint: '请指定每个名称在此客户中代表哪个产品，系统会记住。系统不会猜测：在你指定之前，用户保留已知拥有的产品。',
    name: '文件中的名称',
    rows: '用户数',
    none: '暂不指定',
    chosen: '由你指定，用于此客户',
    hintOfParts:
      '请指定每个名称代表的产品；拥有该产品的客户会记住它。系统不会猜测：名称未指定产品时，用户保留已知的产品。',
    chosenOfParts: '由你指定，用于拥有此产品的客户',
    looking: '正在查找需要指定产品的名称',
    notLoaded: '无法检查名称。',
    stillOpen: (count: number) => `${n(count)} 个名称尚未指定产品`,
    stillOpenHint:
      '这些名称来自文件，不是这里已知的产品。在你指定它们代表的产品之前，无法更改这些许可证。',
    heldBy: (name: string, count: number) => `${name}（${n(count)} 个用户）`,
    more: (count: number) => `以及另外 ${n(count)} 个`,
    choose: '指定产品',
    nameHeld: '用户许可证中的名称',
    saying: '正在保存名称代表的产品',
  },
  total: (userCount: number, productCount: number) =>
    `${n(userCount)} 个用户，${n(productCount)} 个产品`,
  nothingFound: '这些文件中没有用户、产品或组。',

  deleted: (count: number) =>
    `${n(count)} 个用户已被删除，不会导入，也无法为其更改许可证。已在该客户中的，会标记为已移除。`,
  preview: '前几行的读取结果',

  fatal: (count: number) => `${n(count)} 个错误：这些文件无法按原样导入。`,
  fatalHint: '请更正该文件，或不使用它。未导入任何内容。',
  warnings: (count: number) => `关于文件的 ${n(count)} 条警告`,
  warningsHint: '这些行或值会被跳过，或保留为未知。其余内容可以导入。',
  warningsListed: (listed: number, all: number) =>
    listed < all ? `显示前 ${n(listed)} 条（共 ${n(all)} 条）` : `显示全部 ${n(all)} 条`,

  into: '导入到',
  existing: '此设备上的客户',
  newCustomer: '新客户',
  name: '客户名称',
  nameTaken: '此设备上已有同名客户。',
  reasonAsked: '你是从此客户转到这里的。',
  reasonTenant: '建议：文件属于同一租户。',
  reasonDomain: '建议：文件属于同一个域。',
  otherTenant: (name: string) =>
    `这些文件与 ${name} 属于不同的租户。请选择其他客户，或新建一个客户。`,
  sampleTakesNone: (name: string) => `${name} 是示例客户，不接收文件。文件将成为新客户。`,
  whole: '这些文件包含该客户的全部用户',
  wholeHint: '文件中没有的用户将标记为已不在 Microsoft 365 中。否则这些用户保持不变。',
  notWhole:
    '这些文件不能这样使用：有行被跳过、有文本无法读取，或缺少页面。文件中没有的用户可能仍在 Microsoft 365 中。',
  checking: '正在检查哪些用户会标记为已移除',
  eitherTitle: '这些许可证是用户已有的，还是要分配给用户的？',
  either: (files: string) => `${files} 只列出用户和许可证，两种含义都有可能。`,
  eitherChanges: (count: number) =>
    `如果是已有的，Seatwise 中将更改 ${n(count)} 个用户。如果是要分配的，你可以先查看分配列表。`,
  eitherHold: '用户已有',
  eitherGet: '要分配给用户',
  goesTitle: (count: number) => `将 ${n(count)} 个用户标记为已移除？`,
  goes: (count: number, name: string) =>
    `${name} 有 ${n(count)} 个用户不在这些文件中，将标记为已不在 Microsoft 365 中。`,
  goesPending: (count: number) =>
    `其中 ${n(count)} 个有待同步的更改。这些更改仍会显示在“待同步”和历史记录中，但在用户恢复之前不会发送。`,
  goesNow: (count: number) => `导入，并将 ${n(count)} 个用户标记为已移除`,
  keeps: '已选用户和待同步的更改会保留。',
  runCount: (count: number) => `导入 ${n(count)} 个用户`,
  runProducts: (count: number) => `导入 ${n(count)} 个产品`,
  writing: '正在导入',

  done: (name: string) => `已导入 ${name}`,
  counts: (count: number) => `此客户现有 ${n(count)} 个用户`,
  added: (count: number) => `新增 ${n(count)} 个`,
  changed: (count: number) => `更改 ${n(count)} 个`,
  gone: (count: number) => `${n(count)} 个标记为已移除`,
  untold: (count: number) => `${n(count)} 个用户的许可证未知`,
  unitsUnknown:
    '可用：未知。请导入 subscribedSkus，或在“管理许可证”中输入数量。在此之前可以分配许可证，但不会计数。',
  pathsUnknown: '文件未说明哪些许可证通过组继承。',
  another: '导入更多文件',

  backupFound: (file: string) => `${file} 是 Seatwise 备份。`,
};
