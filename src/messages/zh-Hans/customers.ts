import { n } from './numbers.ts';

export const customers = {
  search: '搜索客户',
  noMatch: '没有匹配的客户',
  noMatchHint: '请尝试其他名称或域。',
  notLoaded: '无法加载客户。',
  data: '数据',
  actionsFor: (name: string) => `${name} 的操作`,
  pendingOf: (users: number, customer: string) => `${customer} 有 ${n(users)} 个用户待同步`,
  usersOf: (name: string) => `${name} 的用户和许可证`,
  care: {
    label: '需要处理',
    filter: {
      conflicts: '冲突',
      overdrawn: '超额',
      licenseErrors: '许可证错误',
      endingSoon: '即将到期',
      toBuy: '待购',
      pending: '待同步',
      oldData: '数据较旧',
    },
    mark: {
      conflicts: (users: number) => `${n(users)} 个冲突`,
      overdrawn: (products: number) => `${n(products)} 个产品超额`,
      licenseErrors: (users: number) => `${n(users)} 个用户有许可证错误`,
      endingSoon: (products: number) => `${n(products)} 个产品即将到期`,
      toBuy: (products: number) => `${n(products)} 个产品待购`,
      pending: (users: number) => `${n(users)} 个用户待同步`,
      oldData: (days: number) => `${n(days)} 天前更新`,
    },
  },

  welcome: '一次为许多用户\u200b分配和撤销许可证',
  welcomeText:
    'Seatwise 使用此设备上每个客户的副本，在保存前检查规则；在你确认之前，Microsoft 365 中不会有任何变化。',
  trySamples: '使用示例客户试用',
  trySamplesHint: '三个虚构的客户，分别有 25、3,200 和 100,000 个用户。',
  importFiles: '导入文件',
  importFilesHint: 'Microsoft Graph JSON，或 Microsoft 365 管理中心的用户 CSV。',
  find: '在 Microsoft 365 中查找客户',
  findLead:
    '与你的组织有合同或委派管理关系的客户。添加客户时会读取其用户和许可证，不会发送任何内容。',
  connectTo: '连接到 Microsoft 365',
  connect: '连接',
  connectHint: '使用你的组织注册的应用登录，以便读取和同步。',
  picture: '“管理许可证”页面：将分配一个产品',
  addSamples: '添加示例客户',
  makingSamples: '正在创建示例客户',
  samplesMade: (count: number) =>
    count === 0 ? '示例客户已经存在。' : `已添加 ${n(count)} 个示例客户。`,

  toBuy: '购买清单',
  toBuyHint: '购买的许可证在重新导入后才会计入。',
  toBuyNotLoaded: '无法加载购买清单。',
  number: '数量',
  added: '添加日期',
  numberOf: (product: string, customer: string) => `要为 ${customer} 购买的 ${product} 数量`,
  takeOff: (product: string, customer: string) => `从购买清单移除 ${customer} 的 ${product}`,
  takenOff: (product: string) => `${product} 已不在购买清单中。`,
  numberKept: (count: number, product: string) => `待购：${n(count)} × ${product}。`,

  damaged: {
    title: (name: string) => `无法读取 ${name}`,
    detail: '此设备上存储的该客户的数据已损坏。其他客户不受影响，Microsoft 365 中未更改任何内容。',
    repair: (pending: number) =>
      pending === 0
        ? '请在“设置”中从备份恢复。也可以在“客户”中将其移除，然后重新导入或连接。'
        : `请在“设置”中从备份恢复。也可以在“客户”中将其移除，然后重新导入或连接：届时 ${n(pending)} 个用户的待同步更改将丢失。`,
  },
};
