import { n } from './numbers.ts';

export const rules = {
  lead: 'Seatwise 在保存前检查的内容：哪些服务计划需要其他服务计划、哪些不能同时打开，以及哪些不能在某些国家或地区使用。',
  offTitle: '可以停用规则',
  off: '停用后 Seatwise 不再提醒，但 Microsoft 365 仍可能拒绝。已列为待同步的更改保持不变。',
  strength:
    '文档中记载的冲突在 Microsoft 365 证实之前仅作提醒。Microsoft 365 曾对某个客户拒绝的内容，对该客户阻止，对其他客户仅提醒。',

  search: '搜索规则',
  searchHint: '名称、技术名称或 GUID',
  allKinds: '所有类型',
  kinds: {
    requiresAnyOf: '需要其他服务计划',
    excludes: '不能同时打开',
    prohibitedIn: '限制使用位置',
  },
  origin: '来源类型',
  allOrigins: '所有来源',
  origins: {
    documented: '文档',
    learned: '已学习',
    imported: '已导入',
    sample: '示例',
  },
  switchedOff: (count: number) => `已停用 (${n(count)})`,
  count: (all: number, off: number) =>
    off === 0 ? `${n(all)} 条规则` : `${n(all)} 条规则，其中 ${n(off)} 条已停用`,
  found: (found: number, all: number) => `${n(all)} 条规则中的 ${n(found)} 条`,
  noMatch: '没有匹配的规则',
  noMatchHint: '请尝试其他搜索内容，或显示所有规则。',
  notLoaded: '无法加载规则。',
  notDone: '无法保存。未更改任何内容。',
  notHere: '此规则已不在此设备上。',

  on: '启用',
  rule: '规则',
  effect: '作用',
  where: '适用范围',

  requiresOne: (plan: string, needed: string) => `${plan} 需要 ${needed}。`,
  requiresAnyOf: (plan: string, needed: string) => `${plan} 需要以下服务计划之一：${needed}。`,
  excludes: (plan: string, other: string) => `${plan} 与 ${other} 不能同时打开。`,
  prohibitedPlan: (plan: string, country: string) => `${plan} 不能在“${country}”使用。`,
  prohibitedProduct: (product: string, country: string) => `${product} 不能在“${country}”分配。`,

  severity: { blocking: '阻止', warning: '提醒', info: '提示' },
  warnsElsewhere: '对其他客户仅提醒',
  removedCustomer: '已从此设备移除的客户',
  learnedAt: (customer: string) => `从 ${customer} 学到`,
  widenedBy: (operator: string, day: string) => `由 ${operator} 于 ${day}设为对所有客户阻止`,
  confidence: { high: '可信度高', medium: '可信度中', low: '可信度低' },
  details: '详细信息',
  noTechnicalName: '技术名称未知',

  widen: '对所有客户阻止',
  narrow: '改回仅对该客户阻止',
  forRule: (action: string, rule: string) => `${action}：${rule}`,
  widenText: (customer: string) =>
    `Microsoft 365 曾对 ${customer} 拒绝此内容。目前 Seatwise 对该客户阻止，对其他客户仅提醒。此后将对所有客户阻止，相关用户不会更改。之后可以改回。`,
  widened: '现在对所有客户阻止。',
  narrowed: '已改回仅对学到它的客户阻止。',

  whereFrom: '此规则的来源',
};
