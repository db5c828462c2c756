import { n } from './numbers.ts';

export const customer = {
  overview: '概述',
  pagesOf: (name: string) => `${name} 的页面`,
  updated: (days: number) => (days === 0 ? '今天更新' : `${n(days)} 天前更新`),
  pending: (users: number) => (users === 0 ? '没有待同步的更改' : `${n(users)} 个用户待同步`),
  missing: '此客户不在此设备上',
  missingHint: '它可能已在此处移除，或者链接来自其他设备。',
  notLoaded: '无法加载此客户。',
  figures: { licensed: '有许可证的用户', pending: '待同步的用户' },

  importAgain: '导入新数据',
  actions: '客户操作',
  pin: '固定到侧边栏',
  unpin: '从侧边栏取消固定',
  renameTitle: '重命名客户',
  nameHint: '仅在此设备上生效。Microsoft 365 中不会有任何变化。',
  backUp: '备份此客户',
  backingUp: '正在保存备份',
  backedUp: (file: string) => `备份已保存为 ${file}。`,
  remove: '从此设备移除此客户',
  removeTitle: (name: string) => `从此设备移除 ${name}？`,
  removePending: (users: number) =>
    `${n(users)} 个用户的待同步更改没有存储在其他任何地方，将会丢失。`,
  removeNothingPending: '没有待同步的更改。',
  removeWhat: (users: number, products: number) =>
    `${n(users)} 个用户和 ${n(products)} 个产品将从此设备删除。Microsoft 365 中不会有任何变化。`,
  removeType: (name: string) => `输入 ${name} 以确认`,
  removeNow: '从此设备移除',
  removed: (name: string) => `已从此设备移除 ${name}。`,
  renamed: (name: string) => `客户现在名为 ${name}。`,
  notDone: '操作未成功。未更改任何内容。',

  changes: '最近的更改',
};
