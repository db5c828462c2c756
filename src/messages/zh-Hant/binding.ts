import { n } from './numbers.ts';

export const binding = {
  heading: (customer: string) => `將 ${customer} 連線至 Microsoft 365`,
  lead: '目前 Seatwise 僅從檔案得知此客戶。在同步處理之前，請指明它是 Microsoft 365 中的哪個組織。',
  which: '客戶的網域或租用戶識別碼',
  whichHelp: '例如 contoso.com。請使用有權存取該組織的帳戶登入。',
  find: '尋找並登入',
  finding: '正在尋找組織…',
  unreadable: '請輸入網域（例如 contoso.com）或租用戶識別碼。',
  unknown: 'Microsoft 365 中沒有任何組織擁有此網域。',
  otherCloud: '此組織位於國家雲端，Seatwise 無法存取。',
  offline: 'Microsoft 沒有回應。請檢查網路連線，然後再試一次。',

  comparing: '正在比較使用者',
  compared: (users: number) => `已讀取 ${n(users)} 位使用者`,
  organization: '組織',
  domain: '預設網域',
  tenantId: '租用戶識別碼',
  inOrganization: (count: number) => `組織中 ${n(count)} 位`,
  here: (count: number) => `此裝置上 ${n(count)} 位`,
  matches: '相同的使用者',
  byObjectId: (count: number) => `依物件識別碼：${n(count)} 位`,
  byName: (count: number) => `依使用者主體名稱：${n(count)} 位`,
  onlyHere: '不在該組織中',
  noneOnlyHere: '無',
  onlyHereHint: '下次取得資料時會將其標示為已不存在。',

  nobody: '此裝置上的使用者均不在該組織中。它不是檔案所來自的組織，因此無法連線。',
  few: '此裝置上有許多使用者不在該組織中。請確認它是正確的組織。',
  forGood: (customer: string, organization: string) =>
    `${customer} 就是組織「${organization}」嗎？此動作無法變更：您為此客戶同步處理的內容只會傳送至該組織。若要變更，請從此裝置移除該客戶。`,
  confirm: '是，永久連線',
  binding: '正在連線…',
  another: '選擇其他組織',

  refused: {
    gone: '該客戶已不在此裝置上。',
    sample: '範例客戶無法連線。',
    bound: '該客戶已連線至其他組織。',
    taken: (name: string) => `此裝置上的另一個客戶 ${name} 已連線至該組織。`,
  },
  failed: {
    signIn: '請登入以繼續。',
    noAccess: '您的帳戶無權讀取該組織的使用者。',
    unreachable: 'Microsoft 365 沒有回應。請稍後再試一次。',
    refused: 'Microsoft 365 拒絕了要求。',
    badAnswer: 'Seatwise 無法辨識 Microsoft 365 傳回的內容。',
    otherTenant: '傳回的資料屬於其他組織。未變更任何內容。',
    unexpected: '發生問題。未變更任何內容。',
  },

  connection: 'Microsoft 365 連線',
  bound: (customer: string) => `${customer} 已連線至此組織。`,
  signedIn: (username: string, until: string) => `已使用 ${username} 登入，有效期限至 ${until}。`,
  notSignedIn: '此視窗中無人登入該組織。',
  toCustomer: '前往該客戶',
};
