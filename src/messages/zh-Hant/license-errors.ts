import { n } from './numbers.ts';

export const licenseErrors = {
  heading: '授權錯誤',
  anyCause: '任何原因',
  filtered: (cause: string) => `授權錯誤：${cause}`,
  causeOf: (cause: string, users: number) => `${cause}（${n(users)} 位使用者）`,
  notHeld: 'Microsoft 365 回報這些授權有問題。指派失敗的授權不算擁有。',
  whatToDo: '如何處理授權錯誤',
  causes: {
    CountViolation: '授權數量不足',
    MutuallyExclusiveViolation: '服務方案無法一起指派',
    DependencyViolation: '缺少所相依的服務方案',
    ProhibitedInUsageLocationViolation: '在使用位置無法使用',
    UniquenessViolation: '位址已有人使用',
    Other: '其他原因',
  },
  fixes: {
    CountViolation: '購買更多此產品的授權，或撤銷不需要此產品之使用者的授權。',
    MutuallyExclusiveViolation:
      '此產品中的某個服務方案無法與該使用者已有的服務方案一起指派。請撤銷這兩個產品的其中一個，或關閉這兩個服務方案的其中一個。',
    DependencyViolation: '指派包含所缺服務方案的產品，或關閉相依於它的服務方案。',
    ProhibitedInUsageLocationViolation:
      '如果使用位置有誤，請更正；如果無誤，請將該使用者移出該群組。',
    UniquenessViolation:
      '尋找使用相同郵件地址（Proxy 位址）的其他使用者、群組或連絡人，並更正其中之一。',
    Other: 'Microsoft 365 未說明原因。重新處理這些授權可能會顯示原因。',
  },
  reprocess:
    '原因排除後，必須為這些使用者重新處理來自群組的授權。Seatwise 不會執行此動作：請由授權管理員在 Microsoft Entra 系統管理中心對該使用者或該群組選擇「重新處理」。',
  byPowerShell: '使用 Microsoft Graph PowerShell：',
  userPlaceholder: '<userPrincipalName>',
  notGiven: (product: string) => `${product}：未能指派`,
};
