import type { Help } from '#messages/help.ts';

export const help: Help = {
  heading: '帮助',
  lead: 'Seatwise 的使用方法，以及出现问题时的处理方法。此页面脱机时也可以使用。',
  contents: '本页内容',

  job: {
    heading: '为多个用户更改许可证',
    steps: {
      bring: {
        title: '添加客户',
        text: '在“客户”中使用示例客户、导入文件，或连接到 Microsoft 365。之后，你处理的是此设备上的副本。',
      },
      users: {
        title: '选择用户',
        text: '打开“用户和许可证”。可以筛选、搜索、粘贴列表，或选择所有匹配的用户。翻页时选择保持不变。',
      },
      manage: {
        title: '分配、撤销或更换',
        text: '在“管理许可证”中，复选框显示选定用户中有多少人拥有某个产品。勾选即分配，清除即撤销，不动则保持不变。服务计划也是如此。可用数量随操作更新。',
      },
      save: {
        title: '核对后保存',
        text: '保存前会显示将为谁更改什么、跳过了谁及原因，以及哪些产品不足。保存的更改只记录在此设备上，可以还原。',
      },
      review: {
        title: '查看并同步',
        text: '“待同步”按客户和按用户列出所有尚未同步的更改；可以在那里将用户移出。“查看”显示将发送的内容；在你选择“立即同步”之前，不会有任何内容发送到 Microsoft 365。',
      },
      end: {
        title: '查看结果',
        text: '每个用户的结果为已应用、仍待同步，或被拒绝（并显示 Microsoft 365 给出的原因）。可以在此重试、还原或导出报告。',
      },
    },
    pictures: {
      users: '“用户和许可证”页面：已选择部分用户',
      manage: '“管理许可证”页面：将分配一个产品',
      save: '“保存”对话框',
      review: '同步前查看',
      end: '每个用户的结果',
    },
    practice:
      '可以用示例客户练习：它们在应用内有自己的云，可以在其中购买许可证，也可以让云出现异常。',
  },

  rules: {
    heading: '可能出现的问题及处理方法',
    lead: '保存前会检查下列问题。屏幕上的消息会指明具体的用户和产品。',
    what: '含义',
    fix: '处理方法',
    of: {
      shortage: {
        title: '许可证不足',
        what: '要分配该产品的用户多于剩余的许可证。',
        fix: '将缺少的许可证加入购买清单、选择由谁获得剩余的许可证，或分配给更少的用户。购买的许可证在下次导入后计入。',
      },
      usageLocationMissing: {
        title: '未设置使用位置',
        what: '没有使用位置的用户，Microsoft 365 不会为其分配许可证。',
        fix: '在“管理许可证”中设置使用位置，它属于同一次更改。',
      },
      usageLocationUnknown: {
        title: '使用位置未知',
        what: '导入的文件未说明用户是否已设置使用位置。',
        fix: '从 Microsoft 365 读取该客户，或导入 Microsoft Graph 文件；也可以照常保存，没有使用位置的用户会被 Microsoft 365 拒绝。',
      },
      usageLocationProhibited: {
        title: '在用户所在地受限制',
        what: '该产品或其中的某个服务计划不能在用户所在的国家或地区使用。',
        fix: '不选择这些用户，或关闭该服务计划。“规则”中注明了来源。',
      },
      conflict: {
        title: '无法一起分配',
        what: '两个服务计划互相排斥或重叠。',
        fix: '关闭其中一个，消息中提供了此选项；或撤销两个产品之一。',
      },
      dependency: {
        title: '服务计划需要另一个服务计划',
        what: '它只能与另一个服务计划一起使用，而用户没有后者。',
        fix: '分配包含所需服务计划的产品，或关闭依赖它的服务计划。',
      },
      notAssignable: {
        title: '产品无法分配',
        what: '该产品面向整个公司、已暂停、已锁定、已删除、由用户自行购买，或只有文件中的名称。',
        fix: '选择其他产品。如果只有名称，请导入 subscribedSkus。',
      },
      inherited: {
        title: '通过组继承',
        what: '用户通过组拥有该产品或其中的某个服务计划。Seatwise 只更改直接分配。',
        fix: '更改该组的许可证或成员。',
      },
      maybeInherited: {
        title: '可能通过组继承',
        what: '导入的文件未说明用户如何获得该产品。',
        fix: '从 Microsoft 365 读取该客户，或导入 Microsoft Graph 文件，即可得知。',
      },
      servicePlansUnknown: {
        title: '服务计划未知',
        what: '导入的文件未说明哪些服务计划已关闭，因此切换一个可能会影响其他服务计划。',
        fix: '从 Microsoft 365 读取该客户，或导入 Microsoft Graph 文件。',
      },
      swapInherited: {
        title: '未更换：通过组继承',
        what: '只能更换直接分配的产品。',
        fix: '更改该组的许可证或成员，然后分配新产品。',
      },
      swapServicePlansUnknown: {
        title: '未更换：服务计划未知',
        what: '不知道旧产品中关闭了什么，因此无法在新产品中保持关闭。',
        fix: '从 Microsoft 365 读取该客户，或导入 Microsoft Graph 文件。',
      },
      switchedOn: {
        title: '某项服务将打开',
        what: '它在撤销的产品中已关闭，而在分配的产品中将打开。',
        fix: '请用“更换”，而不是分别分配和撤销：已关闭的保持关闭。也可以自行关闭该服务计划。',
      },
      dataAtRisk: {
        title: '数据面临风险',
        what: '用户的最后一个邮箱、存储或 Teams 许可证将被撤销。',
        fix: '保留该产品、分配包含该服务的其他产品，或先保存数据。消息会说明数据会受到什么影响、何时发生。',
      },
      licensesUntold: {
        title: '许可证未知',
        what: '导入的文件没有列出这些用户拥有的许可证。',
        fix: '从 Microsoft 365 读取该客户，或导入包含许可证的文件。',
      },
      unchecked: {
        title: '未经检查',
        what: '该产品的数量或服务计划未知。',
        fix: '导入 subscribedSkus，或在“管理许可证”中输入数量。',
      },
    },
    later:
      '最终由 Microsoft 365 决定。被拒绝的更改会显示原文，保留在“待同步”中，并作为该客户的规则记住。',
  },

  files: {
    heading: 'Seatwise 可读取的文件',
    lead: '可以将文件拖放到任何页面。文件按内容识别，与文件名无关。编码会自动识别，无法确定时会询问。',
    example: '示例',
    download: (file: string) => `下载 ${file}`,
    of: {
      skus: {
        title: '产品：subscribedSkus (JSON)',
        text: '来自 Microsoft Graph：产品、服务计划和数量。',
      },
      users: {
        title: '用户 (JSON)',
        text: '来自 Microsoft Graph 或 PowerShell：谁拥有什么、如何获得，以及关闭了哪些服务计划。这是最好的来源。',
      },
      usersCsv: {
        title: '用户 (CSV)',
        text: '来自 Microsoft 365 管理中心、Entra、PowerShell，或自行制作。产品按名称列出，没有服务计划。',
      },
      list: {
        title: '分配列表 (CSV)',
        text: '要分配或撤销的内容：每行一个用户和一个产品，或用“添加许可证”和“移除许可证”等列写明产品。最后一行写明行数，因此能发现不完整的文件。',
      },
      wideList: {
        title: '每列一个产品的分配列表 (CSV)',
        text: '每行一个用户，每个产品下填写“是”或“否”。留空表示保持不变。',
      },
    },
    more: '还可以读取：组 (JSON)、Microsoft 产品名称列表 (CSV)、包含上述列表的 Excel 工作簿、更改文件、脚本结果和备份。用 Chrome 或 Edge 安装后，也可在这些文件的“打开方式”中选择 Seatwise。',
    how: '查看如何获取这些文件',
  },

  keys: '在任何页面按 ? 即可显示。',

  app: {
    heading: '连接到 Microsoft 365',
    text: '要读取客户并同步，你的组织需要注册一次应用。只需几分钟，不需要客户端密码。',
    link: '为 Seatwise 注册应用',
  },

  privacy: {
    heading: '隐私',
    points: [
      'Seatwise 没有服务器。客户、用户和待同步的更改都保留在此设备的浏览器中。',
      '只有两种情况会连接外部：在 Microsoft 登录，以及你让 Seatwise 从 Microsoft 365 读取或向其发送内容。',
      '登录状态随窗口关闭而结束，最长 24 小时。Seatwise 从不接触密码。',
      '不收集统计信息或使用情况数据，也不向任何人报告。',
      '待同步的更改没有存储在其他地方：请在“设置”中保存备份，可以设置密码短语。在那里也可以从此设备删除所有内容。',
    ],
  },

  glossary: {
    heading: '术语表',
    of: [
      {
        word: '产品',
        text: '以许可证形式分配的内容，例如 Microsoft 365 E3。Microsoft 也称之为 SKU。',
      },
      {
        word: '服务计划',
        text: '产品中的一项服务，例如 Exchange Online。可以为每个用户打开或关闭。',
      },
      { word: '使用位置', text: '用户使用服务的国家或地区。' },
      {
        word: '直接分配、通过组继承',
        text: '用户获得产品的方式：直接分配给用户，或因为是组的成员。',
      },
      { word: '可用许可证', text: '拥有的数量减去已分配和待同步的数量。' },
      { word: '更换', text: '一步将一个产品换成另一个产品。已关闭的保持关闭。' },
      { word: '待同步', text: '已在此设备上保存，但尚未同步到 Microsoft 365。' },
      { word: '查看', text: '发送前显示同步将发送的内容。' },
      {
        word: '冲突',
        text: '用户在 Microsoft 365 中的情况与你保存更改时不同。由你选择以哪个为准。',
      },
      { word: '移交', text: '让他人执行更改：通过 PowerShell 脚本，或在对方的 Seatwise 中。' },
      {
        word: '等待许可证',
        text: '保存时没有可用的许可证，因此没有为该用户安排本次保存的任何更改。',
      },
      { word: '模板', text: '命名保存的一组产品和服务计划，可重复使用。' },
    ],
  },
};
