import { n } from './numbers.ts';

export const finding = {
  findSamples: '尋找更多範例客戶',
  leadSamples:
    '沙箱中模擬合作夥伴的客戶。新增客戶時會讀取其使用者和授權，與從 Microsoft 365 讀取時相同。',
  searching: '正在查詢您的客戶',
  found: (count: number) => `找到 ${n(count)} 個客戶。`,
  notSignedIn: '請使用您自己的組織（即合作夥伴）的帳戶登入。Seatwise 會要求讀取客戶清單的權限。',
  cancelled: '已取消尋找。',
  failed: '無法尋找客戶。',
  noAccess: 'Microsoft 365 不允許此帳戶讀取客戶清單。',
  here: '已在此裝置上',
  openNamed: (name: string) => `開啟 ${name}`,
  add: '新增',
  addNamed: (name: string) => `新增 ${name}`,
  adding: (name: string) => `正在讀取 ${name}`,
  added: (name: string, users: number) => `${name} 現已在此裝置上：${n(users)} 位使用者。`,
  none: '找不到客戶',
  noneHint: '此組織沒有合約或委派管理關係，或此帳戶無權檢視。',
};
