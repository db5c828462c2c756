import { n, users } from './numbers.ts';

export const history = {
  lead: '此客户的每次保存，以及之后的移出和放回，最新的在前。',
  search: '搜索工单编号、备注、姓名或产品',
  empty: '尚未保存任何更改',
  emptyHint: '在“管理许可证”中的每次保存都会列在此处。',
  nothingFound: '没有匹配的记录',
  notLoaded: '无法加载历史记录。',
  all: '打开完整的历史记录',
  openChange: (date: string) => `打开 ${date} 的更改`,
  takenOut: (count: number) => `已移出待同步的更改：${users(count)}`,
  putBack: (count: number) => `已放回待同步的更改：${users(count)}`,
  ofChange: (date: string) => `${date} 的更改`,
  ofSelected: (planned: number, selected: number) =>
    planned === selected ? users(planned) : `选定的 ${users(selected)}中有 ${n(planned)} 个`,
  waits: (count: number) => `${n(count)} 个等待许可证`,
  moreEffects: (count: number) => `以及另外 ${n(count)} 项`,
  state: {
    planned: '尚未同步到云端',
    partly: '部分已移出待同步的更改',
    takenOut: '已移出待同步的更改',
    ended: '已有结果',
  },
  eventBy: (kind: 'takenOut' | 'putBack', when: string, who: string) =>
    kind === 'takenOut' ? `${who} 于 ${when} 移出` : `${who} 于 ${when} 放回`,
  event: {
    takenOut: '移出待同步的更改',
    putBack: '放回待同步的更改',
  },
  userLead: '涉及此用户的每次保存，最新的在前。',
  userEmpty: '尚无涉及此用户的保存。',
  did: {
    gained: (license: string) => `+ ${license}`,
    lost: (license: string) => `− ${license}`,
    keptByGroup: (license: string) => `− ${license}（直接分配）；组仍提供该产品`,
    changed: (license: string) => `${license}：服务计划已更改`,
    location: (country: string) => `使用位置“${country}”`,
  },
  usageLocation: (country: string) => `使用位置：${country}`,
};
