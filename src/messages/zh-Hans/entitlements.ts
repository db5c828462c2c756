import { n } from './numbers.ts';

export const entitlements = {
  allLead: '此设备上所有客户的所有产品，已计入待同步的更改。',
  search: '搜索产品和客户',
  problems: '仅显示问题',
  problem: {
    none: '没有可用许可证',
    overdrawn: '超额',
    grace: '宽限期内',
    suspended: '已暂停',
  },
  shown: (count: number) => `${n(count)} 个产品`,
  noMatch: '没有匹配的产品',
  noMatchHint: '请尝试其他搜索内容，或显示所有产品。',
  nothing: '还没有产品',
  nothingHint: '导入 subscribedSkus 以查看客户拥有的产品。',
  notLoaded: '无法加载许可证。',

  productId: '产品 ID',
  details: (product: string) => `${product} 的部件号和 ID`,
  copyPartNumber: '复制部件号',
  copyId: '复制产品 ID',
  copyFailed: '浏览器不允许复制。',

  owned: '拥有',
  use: '使用情况',
  usage: {
    key: '条形图说明',
    parts: {
      assigned: '已分配',
      planned: '待同步的分配',
      freed: '待同步的释放',
      available: '可用',
      overdrawn: '超额或缺少',
      grace: '宽限期内',
    },
    owned: (count: number) => `拥有 ${n(count)} 个`,
    assigned: (count: number, planned: number) =>
      planned === 0
        ? `已分配 ${n(count)} 个`
        : `已分配 ${n(count)} 个（其中 ${n(planned)} 个待同步）`,
    available: (count: number, freed: number) =>
      freed === 0
        ? `可用 ${n(count)} 个`
        : `可用 ${n(count)} 个（其中 ${n(freed)} 个将在同步后释放）`,
    grace: (count: number) => `${n(count)} 个处于宽限期`,
    suspended: (count: number) => `${n(count)} 个已暂停`,
    lockedOut: (count: number) => `${n(count)} 个已锁定`,
  },
  status: '状态',
  toBuy: '待购',
  statuses: {
    Enabled: '有效',
    Warning: '已过期，宽限期内',
    Suspended: '已暂停',
    Deleted: '已删除',
    LockedOut: '已锁定',
    company: '面向整个公司',
    partly: '有效，部分在宽限期内',
  },
  holdersLink: (count: string, product: string) => `${count}：拥有 ${product} 的用户`,
  inCloud: (count: string) => `Microsoft 365 中为 ${count}`,
  servicePlanCount: (count: number) => `${n(count)} 个服务计划`,
  servicePlansOf: (product: string) => `${product} 的服务计划`,
  notSwitchable: '面向整个公司',

  exported: (file: string) => `已导出为 ${file}。`,
};
