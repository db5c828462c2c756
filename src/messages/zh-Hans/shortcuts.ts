/** What the keys do, and where they can be switched off. */
export const shortcuts = {
  title: '键盘快捷键',
  places: {
    everywhere: '所有页面',
    users: '用户列表中',
    change: '保存之后',
  },
  does: {
    palette: '全局搜索',
    search: '转到此页面的搜索框',
    help: '显示所有快捷键',
    next: '下一个用户',
    previous: '上一个用户',
    select: '选择或取消选择该用户',
    selectRange: '选择到此处为止',
    selectAll: '选择所有匹配的用户',
    manage: '管理许可证',
    undo: '还原更改',
  },
  rows: '按 Tab 时，表格的所有行只停一次。用方向键、Home 和 End 在行之间和行内移动。',
  note: '输入文字时，不带 Ctrl 或 Cmd 的按键不起作用。可以在“设置”中将其关闭。',
  off: '不带 Ctrl 或 Cmd 的按键已在“设置”中关闭。',
  heading: '键盘',
  singleKeys: '单键快捷键',
  singleKeysHelp:
    '关闭后，J、X 等字母键单独按下时不起作用，带 Ctrl 或 Cmd 的快捷键仍可使用。适合使用语音控制或屏幕阅读器时关闭。',
};
