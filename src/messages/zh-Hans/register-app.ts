export const registerApp = {
  heading: '为 Seatwise 注册应用',
  lead: '每个组织只需操作一次，由有权注册应用的人员完成，只需几分钟。',
  steps: [
    {
      title: '新建注册',
      text: '打开 Microsoft Entra 管理中心 (entra.microsoft.com)，依次选择“应用注册”、“新注册”。输入名称，例如 Seatwise。',
    },
    {
      title: '选择谁可以登录',
      text: '如果仅用于你自己的组织，请选择“仅此组织目录中的帐户”。如果你是合作伙伴，请选择“任何组织目录中的帐户(多租户)”，以便在客户的组织中使用。',
    },
    {
      title: '输入重定向 URI',
      text: '在“重定向 URI”下，选择平台“单页应用程序(SPA)”，并准确输入以下地址，然后选择“注册”。',
    },
    {
      title: '复制 ID',
      text: '“概述”页显示“应用程序(客户端) ID”。请将其输入到“设置”中。',
    },
    {
      title: '添加权限',
      text: '依次选择“API 权限”、“添加权限”、“Microsoft Graph”、“委托的权限”，然后勾选下表中需要的权限。不需要客户端密码，也不需要应用程序权限。',
    },
    {
      title: '由管理员同意',
      text: '选择“授予管理员同意”。否则，首次有人登录时会要求管理员同意。',
    },
  ],
  redirectUri: '重定向 URI',
  otherAddress: '如果你还在其他地址使用 Seatwise，请同时注册该地址的此页面所显示的重定向 URI。',
  permissions: '权限',
  permissionsHint:
    '全部为委托的权限：任何人通过 Seatwise 能做的，都不会超出其自身角色所允许的范围。',
  permission: '权限',
  neededFor: '用途',
  asked: '何时请求',
  whenReading: '连接时，以及读取客户时',
  whenSyncing: '同步开始时',
  whenLocation: '待同步的更改设置了使用位置时',
  whenListing: '列出你的客户时',
  roles: '角色',
  rolesText:
    '仅有权限还不够：登录的人员还需要拥有角色。读取用户和许可证：目录读取者、许可证管理员或用户管理员。分配和撤销：许可证管理员、用户管理员或目录写入者。',
  partners: '适用于合作伙伴',
  partnersText: [
    '使用你自己组织的帐户登录。Seatwise 会分别为每个客户请求令牌。',
    '每个客户都需要一个有效的委派管理关系 (GDAP)，其中包含上述角色，并且你必须属于被授予该角色的安全组。新的关系最多可能需要三分钟才能生效。',
    '该应用需要在每个客户的组织中获得同意。该组织的管理员可以在登录时同意，你也可以通过合作伙伴中心代为同意。',
  ],
  sessions: '登录的有效时间',
  sessionsText:
    '单页应用程序的登录有效期为 24 小时。之后 Seatwise 会要求你重新登录；尚待同步的内容会继续等待。',
  back: '返回“设置”',
};
