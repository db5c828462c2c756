import { n } from './numbers.ts';

/** Search everywhere: one field that goes to any screen and does any action. */
export const palette = {
  search: '要查找或执行的内容',
  placeholder: '客户、用户、产品、页面或操作',
  results: '结果',
  kinds: {
    action: '操作',
    screen: '页面',
    customer: '客户',
    product: '产品',
    user: '用户',
  },
  paste: '粘贴用户列表',
  import: '导入文件',
  switchLanguage: '切换语言',
  found: (count: number) => `${n(count)} 个结果`,
  nothing: '未找到任何内容。请缩短输入的文字。',
  noCustomer: '打开某个客户后，还可以在此查找其用户和产品。',
  hint: '输入文字即可查找此客户的用户。',
  failed: '部分结果无法加载。',
};
