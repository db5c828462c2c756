import { n } from './numbers.ts';

export const finding = {
  findSamples: '查找更多示例客户',
  leadSamples:
    '沙盒中模拟合作伙伴的客户。添加客户时会读取其用户和许可证，与从 Microsoft 365 读取时相同。',
  searching: '正在查询你的客户',
  found: (count: number) => `找到 ${n(count)} 个客户。`,
  notSignedIn: '请使用你自己的组织（即合作伙伴）的帐户登录。Seatwise 会请求读取客户列表的权限。',
  cancelled: '已取消查找。',
  failed: '无法查找客户。',
  noAccess: 'Microsoft 365 不允许此帐户读取客户列表。',
  here: '已在此设备上',
  openNamed: (name: string) => `打开 ${name}`,
  add: '添加',
  addNamed: (name: string) => `添加 ${name}`,
  adding: (name: string) => `正在读取 ${name}`,
  added: (name: string, users: number) => `${name} 现已在此设备上：${n(users)} 个用户。`,
  none: '未找到客户',
  noneHint: '此组织没有合同或委派管理关系，或者此帐户无权查看。',
};
