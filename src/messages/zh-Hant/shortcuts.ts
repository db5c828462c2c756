/** What the keys do, and where they can be switched off. */
export const shortcuts = {
  title: '鍵盤快速鍵',
  places: {
    everywhere: '所有頁面',
    users: '使用者清單中',
    change: '儲存之後',
  },
  does: {
    palette: '全域搜尋',
    search: '前往此頁面的搜尋方塊',
    help: '顯示所有快速鍵',
    next: '下一位使用者',
    previous: '上一位使用者',
    select: '選取或取消選取該使用者',
    selectRange: '選取到此處為止',
    selectAll: '選取所有相符的使用者',
    manage: '管理授權',
    undo: '復原變更',
  },
  rows: '按 Tab 鍵時，整個表格的列只停留一次。請用方向鍵、Home 和 End 在列之間和列內移動。',
  note: '輸入文字時，不含 Ctrl 或 Cmd 的按鍵沒有作用。可以在「設定」中將其關閉。',
  off: '不含 Ctrl 或 Cmd 的按鍵已在「設定」中關閉。',
  heading: '鍵盤',
  singleKeys: '單鍵快速鍵',
  singleKeysHelp:
    '關閉後，J、X 等字母鍵單獨按下時沒有作用，含 Ctrl 或 Cmd 的快速鍵仍可使用。使用語音控制或螢幕助讀程式時，建議關閉。',
};
