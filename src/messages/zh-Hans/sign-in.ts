export const signIn = {
  intro:
    'Seatwise 使用你的组织在 Microsoft Entra ID 中注册的应用进行登录，并且只在需要时请求相应的权限。登录信息仅保留在此窗口中，关闭窗口后即会清除。',
  cloud:
    '适用于全球 Microsoft 云。无法连接国家云，例如美国政府云或由世纪互联运营的 Microsoft 365。',
  howToRegister: '如何注册应用',
  clientId: '应用程序(客户端) ID',
  clientIdHelp: '位于应用注册的“概述”页上。',
  clientIdInvalid: '请按原样输入 ID，例如 01234567-89ab-cdef-0123-456789abcdef。',
  needsClientId: '要进行连接，Seatwise 需要先知道应用注册的 ID。',
  toSettings: '转到“设置”',
  notConnected: '此窗口中尚无人登录。',
  connectAnother: '使用其他帐户',
  disconnect: '断开连接',
  disconnected: 'Seatwise 已清除登录信息。在此浏览器中，你可能仍处于 Microsoft 的登录状态。',
  leaving: '正在打开登录页面…',
  arriving: '正在登录…',
  account: '帐户',
  ends: '登录有效期至',
  granted: '权限',
  noneGranted: '尚无',
  ownTenant: '你自己的组织',

  wantedTitle: '请登录以继续',
  wanted: (customer: string | null, permissions: readonly string[]) =>
    `访问${customer === null ? ' Microsoft 365 ' : `“${customer}”`}需要以下权限：${permissions.join('、')}。不会丢失任何内容；登录后，等待中的操作会继续进行。`,

  connected: (username: string) => `已使用 ${username} 登录。`,
  cancelled: '登录已取消，未更改任何内容。',
  offline: '无法访问登录页面。请检查网络连接，然后重试。',
  wrongTenant: (username: string) =>
    `${username} 登录的并非所要求的组织，因此未使用此次登录。请使用有权访问此客户的帐户登录。`,
  refused: {
    consent: '此组织尚未同意所需的权限。管理员需要同意一次。',
    noAccess:
      '此帐户无权访问该组织。请检查委派管理关系 (GDAP) 是否有效，以及你是否属于在其中拥有角色的安全组。',
    policy: '组织的登录规则（条件访问）不允许此次登录。',
    unknownApp:
      '此组织中没有该应用。请检查应用程序(客户端) ID，以及管理员是否已在该组织中同意此应用。',
    notSinglePage: '该应用注册为其他类型的应用程序。其重定向 URI 必须位于“单页应用程序”平台下。',
    other: 'Microsoft Entra ID 拒绝了此次登录。',
  },
  detail: 'Microsoft Entra ID 返回的内容',

  scopes: {
    'DelegatedAdminRelationship.Read.All': '读取与客户的关系',
    'Directory.Read.All': '读取客户列表和组的名称',
    'LicenseAssignment.Read.All': '读取许可证',
    'LicenseAssignment.ReadWrite.All': '分配和撤销许可证',
    'Organization.Read.All': '读取组织的名称和域',
    'User.Read.All': '读取用户',
    'User.ReadWrite.All': '设置使用位置',
  },
};
