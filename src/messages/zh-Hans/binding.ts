import { n } from './numbers.ts';

export const binding = {
  heading: (customer: string) => `将 ${customer} 连接到 Microsoft 365`,
  lead: '目前 Seatwise 仅从文件了解此客户。在同步之前，请指明它是 Microsoft 365 中的哪个组织。',
  which: '客户的域或租户 ID',
  whichHelp: '例如 contoso.com。请使用有权访问该组织的帐户登录。',
  find: '查找并登录',
  finding: '正在查找组织…',
  unreadable: '请输入域（例如 contoso.com）或租户 ID。',
  unknown: 'Microsoft 365 中没有任何组织拥有此域。',
  otherCloud: '此组织位于国家云中，Seatwise 无法访问。',
  offline: 'Microsoft 没有响应。请检查网络连接，然后重试。',

  comparing: '正在比较用户',
  compared: (users: number) => `已读取 ${n(users)} 个用户`,
  organization: '组织',
  domain: '默认域',
  tenantId: '租户 ID',
  inOrganization: (count: number) => `组织中 ${n(count)} 个`,
  here: (count: number) => `此设备上 ${n(count)} 个`,
  matches: '相同的用户',
  byObjectId: (count: number) => `按对象 ID：${n(count)} 个`,
  byName: (count: number) => `按用户主体名称：${n(count)} 个`,
  onlyHere: '不在该组织中',
  noneOnlyHere: '无',
  onlyHereHint: '获取新数据时会将其标记为已不存在。',

  nobody: '此设备上的用户均不在该组织中。它不是文件所来自的组织，因此无法连接。',
  few: '此设备上有许多用户不在该组织中。请确认它是正确的组织。',
  forGood: (customer: string, organization: string) =>
    `${customer} 就是组织“${organization}”吗？此操作不可更改：你为此客户同步的内容只会发送到该组织。如需更改，请从此设备移除该客户。`,
  confirm: '是，永久连接',
  binding: '正在连接…',
  another: '选择其他组织',

  refused: {
    gone: '该客户已不在此设备上。',
    sample: '示例客户无法连接。',
    bound: '该客户已连接到其他组织。',
    taken: (name: string) => `此设备上的另一个客户 ${name} 已连接到该组织。`,
  },
  failed: {
    signIn: '请登录以继续。',
    noAccess: '你的帐户无权读取该组织的用户。',
    unreachable: 'Microsoft 365 没有响应。请稍后重试。',
    refused: 'Microsoft 365 拒绝了请求。',
    badAnswer: 'Seatwise 无法识别 Microsoft 365 返回的内容。',
    otherTenant: '返回的数据属于其他组织。未更改任何内容。',
    unexpected: '出现问题。未更改任何内容。',
  },

  connection: 'Microsoft 365 连接',
  bound: (customer: string) => `${customer} 已连接到此组织。`,
  signedIn: (username: string, until: string) => `已使用 ${username} 登录，有效期至 ${until}。`,
  notSignedIn: '此窗口中无人登录该组织。',
  toCustomer: '转到该客户',
};
