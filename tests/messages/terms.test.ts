import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { zhHans } from '../../src/messages/zh-Hans.ts';
import { zhHant } from '../../src/messages/zh-Hant.ts';
import { everythingIn, speak } from './texts.ts';

type Words = typeof en.words;
type Word = { [K in keyof Words]: Words[K] extends string ? K : never }[keyof Words];

/** The words on screen, the same everywhere: English, Simplified Chinese, Traditional Chinese. */
const terms: readonly (readonly [Word, string, string, string])[] = [
  ['customers', 'Customers', '客户', '客戶'],
  ['usersAndLicenses', 'Users and licenses', '用户和许可证', '使用者和授權'],
  ['users', 'Users', '用户', '使用者'],
  [
    'selectAllOnPage',
    'Select all users on this page',
    '选择当前页面上的所有用户',
    '選取目前頁面上的所有使用者',
  ],
  ['selectedUsers', 'Selected users', '选定用户', '選取的使用者'],
  ['manageLicenses', 'Manage licenses', '管理许可证', '管理授權'],
  ['licenseEntitlements', 'License entitlements', '拥有的许可证', '擁有的授權'],
  ['product', 'Product', '产品', '產品'],
  ['availableLicenses', 'Available licenses', '可用许可证', '可用授權'],
  ['assigned', 'Assigned', '已分配', '已指派'],
  ['assignAndRevoke', 'Assign and revoke licenses', '分配和撤销许可证', '指派及撤銷授權'],
  ['assign', 'Assign', '分配', '指派'],
  ['revoke', 'Revoke', '撤销', '撤銷'],
  ['buyMore', 'Buy more', '购买更多', '購買更多'],
  ['viewServicePlans', 'View service plans', '查看服务计划', '檢視服務方案'],
  ['servicePlan', 'Service plan', '服务计划', '服務方案'],
  ['save', 'Save', '保存', '儲存'],
  ['licensesUpdated', 'Licenses updated', '许可证更新', '已更新授權'],
  ['plannedNotSent', 'planned, not yet sent', '尚未同步到云端', '尚未同步至雲端'],
  ['allHold', 'All hold it', '全部拥有', '全部擁有'],
  ['someHold', 'Some hold it', '部分拥有', '部分擁有'],
  ['noneHold', 'None hold it', '均未拥有', '均未擁有'],
  ['leaveAsIs', 'Leave as is', '保持不变', '保持不變'],
  ['pending', 'Pending', '待同步', '待同步'],
  ['undo', 'Undo', '还原', '復原'],
  ['redo', 'Redo', '重做', '重做'],
  ['restoreFromBackup', 'Restore from backup', '从备份恢复', '從備份還原'],
  ['history', 'History', '历史记录', '歷程記錄'],
  ['usageLocation', 'Usage location', '使用位置', '使用位置'],
  ['direct', 'Direct', '直接分配', '直接指派'],
  ['fromGroup', 'From a group', '通过组继承', '繼承自群組'],
  ['both', 'Both', '两者', '兩者'],
  ['cannotGoTogether', "Can't be assigned together", '无法一起分配', '無法一起指派給同一個使用者'],
  ['userPrincipalName', 'Username', '用户主体名称', '使用者主體名稱'],
  ['sampleCustomers', 'Sample customers', '示例客户', '範例客戶'],
  ['pasteList', 'Paste a list', '粘贴列表', '貼上清單'],
  ['import', 'Import', '导入', '匯入'],
  ['export', 'Export', '导出', '匯出'],
  ['settings', 'Settings', '设置', '設定'],
];

/** Words of the other region, or of another meaning, that must not slip in. */
const foreignHans = [
  ...['撤消', '吊销', '首页', '使用者', '服务方案', '授权', '设定', '储存', '档案', '离线'],
];
const foreignHant = [
  ...['撤消', '用戶', '許可證', '服務計劃', '服務計畫', '保存', '設置', '默認', '導入', '導出'],
  ...['首頁', '信息', '搜索', '網絡', '打開', '點擊', '加載', '等待', '維持'],
];

/** Characters that only one of the two scripts has. */
const onlyHans =
  '户许证务设计产权导页选开关为们会来时对说请网络连应删备还数据库级组员无没动进这个种类错误换输总显长详状态标签邮间过统线脱语简体单缩击预览订购买费将与从仅优发变后启响图场处够实审写录归当扩护报择拥损断旧术机条极档检样栏树测满滤点热现监盘码确离积称稳筛级终经结给绝继续罗联脑节范获规视觉认记议识译试该读调责质贴资赖转载较辑边达运远违适释针钟链销锁键闭问队际隐随难静项顺须领额题验齐东两严丧临举义乐书亏云产亲亿仓价众伤传伪侧俭债兑党兰兴养减凑几凭划创别办劝势匀区协厂历压厅县参双变叠号后吓吗听员咏响嘱围园国圆坏块坚坛垒墙声复头夹奖妇孙学宁宝宪宽宾寻导寿将尔尘层属岁岛币帅师帐带帮广庄庆库应庞废开异张弹强彻径忆忧态总恒恶惊惧惯愿戏扫扬';
const onlyHant =
  '戶許證務設計產權導頁選開關為們會來時對說請網絡連應刪備還數據庫級組員無沒動進這個種類錯誤換輸總顯長詳狀態標簽郵間過統線脫語簡體單縮擊預覽訂購買費將與從僅優發變後啟響圖場處夠實審寫錄歸當擴護報擇擁損斷舊術機條極檔檢樣欄樹測滿濾點熱現監盤碼確離積稱穩篩終經結給絕繼續羅聯腦節範獲規視覺認記議識譯試該讀調責質貼資賴轉載較輯邊達運遠違適釋針鐘鏈銷鎖鍵閉問隊際隱隨難靜項順須領額題驗齊東兩嚴臨舉義樂書雲億價眾傳側兌興養減憑劃創別辦區協廠歷壓參雙號聽圍園國圓壞塊聲復複頭獎學寬尋層屬幣師帳帶幫廣廢異張彈強徹徑於佈裡匯儲';

const spoken = (messages: typeof en): { path: string; text: string }[] =>
  everythingIn(messages).map(speak);

const saying = (messages: typeof en, words: Iterable<string>): string[] => {
  const list = [...words];
  return spoken(messages).flatMap(({ path, text }) =>
    // 租用戶 and 用戶端 are Microsoft's words for a tenant and a client, whatever 用戶 alone would be
    list
      .filter((word) => text.replaceAll(/租用戶|用戶端/g, '').includes(word))
      .map((word) => `${path}: ${word} in ${text}`),
  );
};

/** Characters of the first list that the other list does not hold as well. */
const without = (letters: string, other: string): string[] =>
  [...new Set(letters)].filter((letter) => !other.includes(letter));

describe('the words on screen', () => {
  it.each(terms)('%s', (word, english, hans, hant) => {
    expect([en.words[word], zhHans.words[word], zhHant.words[word]]).toEqual([english, hans, hant]);
  });

  it('name the pages of a list', () => {
    const of = ({ words: { pager } }: typeof en): string[] => {
      return [pager.first, pager.previous, pager.next, pager.last];
    };
    expect(of(en)).toEqual(['First', 'Previous', 'Next', 'Last']);
    expect(of(zhHans)).toEqual(['第一页', '上一页', '下一页', '最后一页']);
    expect(of(zhHant)).toEqual(['第一頁', '上一頁', '下一頁', '最後一頁']);
  });

  it('say how many of how many', () => {
    const of = [en, zhHans, zhHant].map(({ words }) => words.someOf(3, 8));
    expect(of).toEqual(['3 of 8', '3/8', '3/8']);
  });

  it('say how many licenses are short', () => {
    const of = [zhHans, zhHant].map(({ words }) => words.shortBy(1200));
    expect(of).toEqual(['缺少 1,200 个许可证', '缺少 1,200 個授權']);
  });
});

describe('Simplified Chinese', () => {
  it('has no word of another region or meaning', () => {
    expect(saying(zhHans, foreignHans)).toEqual([]);
  });

  it('speaks to the person as 你, as Microsoft does', () => {
    expect(saying(zhHans, ['您'])).toEqual([]);
  });

  it('has no Traditional character', () => {
    expect(saying(zhHans, without(onlyHant, onlyHans))).toEqual([]);
  });
});

describe('Traditional Chinese', () => {
  it('has no word of another region or meaning', () => {
    expect(saying(zhHant, foreignHant)).toEqual([]);
  });

  it('speaks to the person as 您, as Microsoft does', () => {
    expect(saying(zhHant, ['你', '妳'])).toEqual([]);
  });

  it('has no Simplified character', () => {
    expect(saying(zhHant, without(onlyHans, onlyHant))).toEqual([]);
  });
});

const both = [...spoken(zhHans), ...spoken(zhHant)];

describe('Chinese signs', () => {
  it.each([
    ['no sign of English follows a Chinese character', /[\u4e00-\u9fff”」）](?:[,:;?!]|\.(?!\w))/u],
    [
      'no space stands beside a sign of full width',
      / [，。：；！？、「」（）]|[，。：；！？、「」（）] /u,
    ],
  ])('%s', (_law, wrong) => {
    expect(both.filter(({ text }) => wrong.test(text))).toEqual([]);
  });
});

describe('one word for one thing', () => {
  it('undo is never the word for revoke', () => {
    const undo = both.filter(({ path }) => /undo/i.test(path));
    expect(undo).not.toEqual([]);
    expect(undo.filter(({ text }) => /撤[销銷]/.test(text))).toEqual([]);
  });

  it('a preset is never the word for default', () => {
    const presets = both.filter(({ path }) => /preset/i.test(path));
    expect(presets.filter(({ text }) => text.includes('預設'))).toEqual([]);
  });

  it('a service plan is always called one, and the plan never by that word', () => {
    const bare = /(?<!服务)计划(?!的?更改)|(?<!服務)方案/;
    expect(both.filter(({ text }) => bare.test(text))).toEqual([]);
  });

  it('English never says units', () => {
    expect(spoken(en).filter(({ text }) => /\bunits?\b/i.test(text))).toEqual([]);
  });
});
