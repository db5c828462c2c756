import type { LegacyEncoding } from '../../src/csv/writings.ts';

/** Names and departments as people of a language write them, and the old encodings of their files. */
export interface Written {
  readonly language: string;
  readonly encodings: readonly LegacyEncoding[];
  readonly header: string;
  readonly names: readonly string[];
  readonly departments: readonly string[];
}

const row = (
  language: string,
  encodings: readonly LegacyEncoding[],
  texts: readonly [header: string, names: string, departments: string],
): Written => {
  const [header, names, departments] = texts;
  return {
    ...{ language, encodings, header },
    names: names.split('|'),
    departments: departments.split('|'),
  };
};

/** By our own making; nobody of these is real. */
export const written: readonly Written[] = [
  row(
    'Korean',
    ['euc-kr'],
    [
      '사용자 이름,표시 이름,부서,라이선스',
      '김민준|이서연|박지훈|최수빈|정하은|강도윤|조은서|윤시우|장예진|임현우|한지민|오승현|서유나|신동혁|권나영|황태양|안소희|송재원|류다은|홍길동',
      '영업부|인사팀|총무부|개발팀|재무팀|마케팅|고객지원|연구소',
    ],
  ),
  row(
    'Japanese',
    ['shift_jis', 'euc-jp'],
    [
      'ユーザー名,表示名,部署,ライセンス',
      '山田太郎|佐藤花子|鈴木一郎|高橋健太|田中美咲|伊藤翔|渡辺さくら|中村悠人|小林陽菜|加藤大輔|吉田ひかり|松本潤|井上真央|木村拓也|斎藤恵|清水結衣',
      '営業部|総務部|人事部|経理課|開発部|情報システム|カスタマーサポート|研究所',
    ],
  ),
  row(
    'Russian',
    ['windows-1251', 'koi8-r'],
    [
      'Пользователь,Имя,Отдел,Лицензии',
      'Иван Петров|Мария Иванова|Алексей Смирнов|Ольга Кузнецова|Дмитрий Попов|Анна Соколова|Сергей Лебедев|Елена Козлова|Андрей Новиков|Наталья Морозова|Юрий Щербаков|Татьяна Волкова',
      'Отдел продаж|Бухгалтерия|Отдел кадров|Разработка|Финансы|Маркетинг|Служба поддержки|Склад',
    ],
  ),
  row(
    'Turkish',
    ['windows-1254'],
    [
      'Kullanıcı adı,Görünen ad,Bölüm,Lisanslar',
      'Ayşe Yılmaz|Mehmet Şahin|Gülşen Öztürk|İbrahim Çelik|Oğuzhan Doğan|Elif Kılıç|Çağla Arslan|Hüseyin Aydın|Uğur Işık|Şebnem Güneş|Emre Yıldız|Tuğba Koç',
      'Satış|İnsan Kaynakları|Muhasebe|Bilgi İşlem|Müşteri Hizmetleri|Üretim|Yazılım|Yönetim',
    ],
  ),
  row(
    'Hebrew',
    ['windows-1255'],
    [
      'שם משתמש,שם תצוגה,מחלקה,רישיונות',
      'דוד כהן|שרה לוי|משה מזרחי|רחל פרץ|יוסף ביטון|מרים אברהם|אברהם פרידמן|לאה דהן|יעקב אזולאי|חנה גבאי|נועם שפירא|תמר קליין',
      'מכירות|כספים|משאבי אנוש|פיתוח|תמיכה|שיווק|הנהלה|מחסן',
    ],
  ),
  row(
    'Greek',
    ['windows-1253'],
    [
      'Χρήστης,Όνομα,Τμήμα,Άδειες',
      'Γιώργος Παπαδόπουλος|Μαρία Αντωνίου|Νίκος Δημητρίου|Ελένη Γεωργίου|Κώστας Ιωάννου|Σοφία Νικολάου|Δημήτρης Βασιλείου|Άννα Χριστοδούλου',
      'Πωλήσεις|Λογιστήριο|Ανθρώπινοι πόροι|Μάρκετινγκ|Υποστήριξη|Αποθήκη',
    ],
  ),
  row(
    'Arabic',
    ['windows-1256'],
    [
      'المستخدم,الاسم,القسم,التراخيص',
      'محمد أحمد|فاطمة علي|عبد الله حسن|سارة خالد|يوسف إبراهيم|مريم السيد|عمر الشريف|نور الدين|ليلى حسين|خالد العتيبي',
      'المبيعات|الموارد البشرية|المحاسبة|التطوير|الدعم الفني|التسويق|الإدارة',
    ],
  ),
  row(
    'Thai',
    ['windows-874'],
    [
      'ชื่อผู้ใช้,ชื่อ,แผนก,สิทธิ์',
      'สมชาย ใจดี|สมหญิง รักเรียน|ประเสริฐ ทองคำ|วิภา สุขใจ|อนันต์ ศรีสุข|กิตติ พงษ์ไทย',
      'ฝ่ายขาย|ฝ่ายบุคคล|บัญชี|ฝ่ายไอที',
    ],
  ),
  row(
    'Simplified Chinese',
    ['gb18030'],
    [
      '用户名,显示名称,部门,许可证',
      '王伟|李娜|张敏|刘洋|陈静|杨帆|赵磊|黄晓明|周杰|吴婷|徐丽|孙浩|马超|朱琳|胡建国|郭嘉|林志强|何平|高翔|梁雨',
      '销售部|人事部|财务部|研发中心|市场部|客户服务|总经理办公室',
    ],
  ),
  row(
    'Traditional Chinese',
    ['big5'],
    [
      '使用者名稱,顯示名稱,部門,授權',
      '王小明|李淑芬|張志豪|陳怡君|林家豪|黃美玲|吳宗翰|劉雅婷|蔡明哲|楊佩珊|許文彥|鄭宇軒|謝佳穎|郭俊傑',
      '業務部|人事部|財務部|研發部|行銷部|客服中心|總經理室',
    ],
  ),
  row(
    'Polish',
    ['windows-1250', 'iso-8859-2'],
    [
      'Nazwa użytkownika,Imię i nazwisko,Dział,Licencje',
      'Łukasz Woźniak|Małgorzata Wiśniewska|Paweł Dąbrowski|Agnieszka Wójcik|Michał Kaczyński|Katarzyna Zając|Grzegorz Błaszczyk|Bożena Gałązka|Stanisław Żuk|Elżbieta Sikorska|Rafał Król|Marcin Stępień|Jan Kamiński|Joanna Jabłońska',
      'Sprzedaż|Księgowość|Zarządzanie|Obsługa klienta|Dział prawny|Badania i rozwój',
    ],
  ),
  row(
    'Czech and Slovak',
    ['windows-1250', 'iso-8859-2'],
    [
      'Uživatelské jméno,Jméno,Oddělení,Licence',
      'Jiří Dvořák|Kateřina Nováková|Štěpán Černý|Tereza Procházková|Žaneta Kučerová|Ľubomír Šťastný|Tomáš Němec|Lukáš Kříž|Ondřej Růžička|Veronika Veselá|Zdeněk Hájek|Marián Kováč',
      'Účetní oddělení|Obchodní oddělení|Lidské zdroje|Nákup|Právní oddělení|Výroba',
    ],
  ),
  row(
    'Hungarian',
    ['windows-1250', 'iso-8859-2'],
    [
      'Felhasználónév,Megjelenítendő név,Osztály,Licencek',
      'Zoltán Szőke|Erzsébet Kővári|Nagy László|Szabó Éva|Tóth István|Kiss Ágnes|Molnár Gergő|Horváth Zsófia|Fehér Győző|Bíró Tünde',
      'Értékesítés|Pénzügy|Könyvelés|Ügyfélszolgálat|Jogi osztály|Gyártás',
    ],
  ),
  row(
    'Croatian and Slovene',
    ['windows-1250', 'iso-8859-2'],
    [
      'Korisničko ime,Ime,Odjel,Licence',
      'Željko Đurić|Saša Horvat|Ivan Perišić|Tomislav Čačić|Nikolina Šarić|Mirjana Jurišić|Boštjan Žagar|Matej Kovač|Dušan Pešić',
      'Računovodstvo|Služba za korisnike|Prodaja i podrška|Ljudski resursi|Istraživanje',
    ],
  ),
  row(
    'Romanian',
    ['windows-1250'],
    [
      'Nume,Nume afişat,Secţie,Licenţe',
      'Ştefan Ionescu|Mădălina Pătraşcu|Ioana Mureşan|Cătălin Dănilă|Andreea Ţurcanu|Răzvan Bălan|Niculăiţă Gheorghiţă',
      'Vânzări|Contabilitate şi finanţe|Resurse umane|Producţie|Achiziţii',
    ],
  ),
  row(
    'Latvian',
    ['windows-1257'],
    [
      'Lietotājs,Vārds,Nodaļa,Licences',
      'Jānis Bērziņš|Kristīne Kalniņa|Mārtiņš Ozoliņš|Līga Krūmiņa|Ģirts Šmits|Zane Āboliņa|Aigars Ķēniņš|Uldis Liepiņš',
      'Pārdošana|Grāmatvedība|Personāla daļa|Klientu apkalpošana|Vadība',
    ],
  ),
  row(
    'Lithuanian',
    ['windows-1257'],
    [
      'Vartotojas,Rodomas vardas,Skyrius,Licencijos',
      'Jonas Kazlauskas|Rūta Žukauskienė|Gintarė Šimkutė|Živilė Jankauskaitė|Žydrūnas Būtėnas|Vytautas Čepaitis|Eglė Petrauskaitė',
      'Pardavimų skyrius|Žmogiškieji ištekliai|Buhalterija|Klientų aptarnavimas|Teisės skyrius',
    ],
  ),
  row(
    'Estonian',
    ['windows-1257'],
    [
      'Kasutaja,Nimi,Osakond,Litsentsid',
      'Õie Pärn|Kärt Tõnisson|Jüri Šmidt|Ülle Mägi|Märt Väli|Tõnu Kõiv',
      'Müük|Raamatupidamine|Personaliosakond|Õigusosakond|Klienditugi',
    ],
  ),
  row(
    'German',
    ['windows-1252'],
    [
      'Benutzername,Anzeigename,Büro,Lizenzen für Änderung',
      'Jürgen Müller|Jörg Weiß|Günther Schäfer|Björn Köhler|Käthe Größl|Bärbel Schröder',
      'Buchführung|Geschäftsführung|Personalbüro|Öffentlichkeitsarbeit',
    ],
  ),
  row(
    'French',
    ['windows-1252'],
    [
      'Identifiant,Prénom et nom,Département,Licences à changer',
      'François Lefèvre|Hélène Dubois|Éric Béranger|Gérard Bézier|Zoé Crépin|Noël Côté|Benoît Lemaître|Françoise Delattre|Jérôme Forêt',
      'Qualité|Comptabilité|Ressources humaines|Développement|Siège',
    ],
  ),
  row(
    'Spanish',
    ['windows-1252'],
    [
      'Usuario,Nombre,Departamento,Licencias y País de ubicación',
      'José Muñoz|María Hernández|Íñigo Peña|Álvaro Núñez|Inés Rodríguez|Begoña Ibáñez|Raúl Gómez|Sofía Martín',
      'Atención al cliente|Contabilidad|Dirección|Diseño|Logística',
    ],
  ),
  row(
    'Portuguese',
    ['windows-1252'],
    [
      'Utilizador,Nome,Secção,Licenças',
      'João Gonçalves|Inês Conceição|António Magalhães|Luís Simões|Sebastião Brandão|Vitória Araújo',
      'Comunicação|Produção|Recursos humanos|Gestão|Manutenção',
    ],
  ),
  row(
    'Nordic',
    ['windows-1252'],
    [
      'Användarnamn,Namn,Avdelning på företaget,Licenser',
      'Bjørn Åsen|Søren Kjær|Mikko Hämäläinen|Åsa Öberg|Göran Sjöström|Pål Sæther|Håkon Bjørklund|Jørgen Nørgaard',
      'Försäljning|Økonomi|Myynti ja päämaja|Kundtjänst|Lønn',
    ],
  ),
  row(
    'Icelandic',
    ['windows-1252'],
    [
      'Notandi,Nafn,Deild,Leyfi',
      'Sigurður Jónsson|Þórður Guðmundsson|Guðrún Sigurðardóttir|Björk Ægisdóttir|Ólafur Þór|Kristín Ýr',
      'Bókhald|Þjónusta|Markaðsdeild|Stjórnun|Söludeild',
    ],
  ),
  row(
    'Italian',
    ['windows-1252'],
    [
      'Utente,Nome,Attività,Licenze',
      'Niccolò Rossi|Nicolò Bianchi|Mario Mandalà|Alì Forlì',
      'Contabilità|Qualità|Attività',
    ],
  ),
  row(
    'Vietnamese',
    ['windows-1258'],
    [
      'UserPrincipalName,DisplayName,Department,Licenses',
      'Nguyê\u0303n Văn Đư\u0301c|Trâ\u0300n Thi\u0323 Hô\u0300ng|Lê Hoa\u0300ng Nam|Pha\u0323m Thu Ha\u0300|Vu\u0303 Đi\u0300nh Tuâ\u0301n|Đă\u0323ng Thu\u0300y Linh',
      'Kinh doanh|Kê\u0301 toa\u0301n|Nhân sư\u0323',
    ],
  ),
  row(
    'Ukrainian',
    ['windows-1251'],
    [
      'Користувач,Імя,Відділ,Ліцензії',
      'Олексій Шевченко|Наталія Коваленко|Євген Бондаренко|Їжак Соломія|Андрій Ткаченко|Ірина Кравець|Юлія Мельник',
      'Відділ продажів|Бухгалтерія|Відділ кадрів|Підтримка',
    ],
  ),
  row(
    'Bulgarian',
    ['windows-1251'],
    [
      'Потребител,Име,Отдел,Лицензи',
      'Георги Иванов|Мария Димитрова|Николай Стоянов|Елена Петрова|Даниела Христова|Йордан Цветков',
      'Продажби|Счетоводство|Човешки ресурси|Поддръжка',
    ],
  ),
  row(
    'Serbian',
    ['windows-1251'],
    [
      'Корисник,Име,Одељење,Лиценце',
      'Никола Јовановић|Милица Ђорђевић|Драган Петровић|Љиљана Николић|Марко Џајић',
      'Продаја|Рачуноводство|Људски ресурси|Подршка',
    ],
  ),
];
