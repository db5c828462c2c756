/** Invented people's names; between commas, so that some may have two words. Of many languages on purpose. */
const list = (text: string): string[] => text.split(',').map((name) => name.trim());

export const latinGiven = list(`
  Aino, Åsa, Agnieszka, Ahmet, Aisling, Alejandro, Amélie, Ana, André, Anežka, Anna, Antonín, Ásta,
  Beatriz, Benedikt, Bjarne, Björn, Blaž, Brân, Camila, Carlos, Çağla, Charlotte, Chloë, Christophe,
  Ciarán, Claire, Cristina, Daniel, Darya, Dimitri, Dorota, Eduarda, Eëtu, Elif, Elodie, Emeka, Emma,
  Émile, Esra, Eszter, Fátima, Felix, Fionn, Francisca, François, Freya, Gábor, Gerrit, Giorgia,
  Grace, Gülşen, Håkon, Hanna, Heloísa, Henrik, Ida, Ifeoma, Ignacio, Inês, Ingrid, István, İrem,
  Jana, Jarosław, Joana, João, Jonas, José, Jürgen, Kamila, Katarzyna, Kateřina, Kerem, Kjersti,
  Krzysztof, Lars, Léa, Leila, Liam, Lotte, Lucía, Łukasz, Mae, Magdalena, Małgorzata, Marek, María,
  Márton, Mateo, Matthias, Maud, Mehmet, Mihai, Milan, Nadia, Naoise, Niamh, Nikola, Noémie, Nora,
  Núria, Ola, Oluwaseun, Ondřej, Öykü, Paulo, Pedro, Petra, Quentin, Rafał, Raúl, Renée, Róisín,
  Rosa, Rune, Ryszard, Sander, Sébastien, Şeyma, Sigrid, Siobhán, Søren, Štěpán, Tamás, Tereza,
  Thandiwe, Théo, Tiago, Tobias, Tomáš, Úna, Ursula, Vít, Viktória, Wanjiku, Wojciech, Xavier,
  Yaël, Yusuf, Zanele, Żaneta, Zoë, Zsófia
`);

export const latinFamily = list(`
  Aaltonen, Adeyemi, Åkesson, Almeida, Álvarez, Andersen, Arslan, Bakker, Balogh, Barbieri, Bélanger,
  Beneš, Berg, Bjørnstad, Błaszczyk, Bondarenko, Brandão, Brännström, Byrne, Çelik, Černý, Chukwu,
  Conti, Costa, Côté, Dąbrowski, da Silva, Delacroix, Demir, de Vries, Dietrich, Dlamini, Dubois,
  Duarte, Dupré, Dvořák, Eklund, Engström, Erdoğan, Eriksen, Esposito, Farkas, Fernández, Ferreira,
  Fialová, Fitzgerald, Fontaine, Forsberg, Fournier, Gallagher, García, Gómez, Gonçalves, Grabowski,
  Großmann, Grünwald, Güneş, Guðmundsson, Haas, Hakimi, Halvorsen, Hansen, Hašek, Hernández, Holm,
  Horváth, Ibáñez, Ivanović, Jankowski, Jansen, Järvinen, Jiménez, Johansson, Jónsdóttir, Kamau,
  Karlsson, Kaya, Keller, Kowalczyk, Krämer, Kučera, Kuznetsov, Lacroix, Laine, Lefèvre, Lemaître,
  Lindgren, López, Lukács, Łuczak, Mac Giolla, Machado, Mäkinen, Marchetti, Marković, Martínez,
  Mbeki, Meier, Mendoza, Mészáros, Moreau, Müller, Muñoz, Nagy, Ní Bhriain, Nilsson, Nkosi, Novák,
  Nowak, Núñez, Ó Súilleabháin, Okafor, Olsen, Örtengren, Öztürk, Pásztor, Peña, Pereira, Petrović,
  Pires, Popescu, Poulsen, Procházka, Quintana, Ramírez, Rasmussen, Ribeiro, Ricci, Ródenas, Rossi,
  Saarinen, Şahin, Santos, Schäfer, Schröder, Simões, Sjöberg, Śliwa, Sørensen, Strömberg, Şimşek,
  Szabó, Takács, Teixeira, Thorsen, Tóth, Trần, Ünal, Urbańska, Vähälä, van den Berg, Vasquez,
  Virtanen, Vojtěch, Wagner, Wałęsa, Weiß, Wiśniewski, Wójcik, Yıldız, Ylönen, Zając, Železný
`);

/** `characters romanisation`: family names and given syllables in simplified characters. */
export const simplifiedFamily = list(`
  王 Wang, 李 Li, 张 Zhang, 刘 Liu, 陈 Chen, 杨 Yang, 赵 Zhao, 黄 Huang, 周 Zhou, 吴 Wu, 徐 Xu, 孙 Sun,
  胡 Hu, 朱 Zhu, 高 Gao, 林 Lin, 何 He, 郭 Guo, 马 Ma, 罗 Luo, 梁 Liang, 宋 Song, 郑 Zheng, 谢 Xie,
  韩 Han, 唐 Tang, 冯 Feng, 于 Yu, 董 Dong, 萧 Xiao, 欧阳 Ouyang, 诸葛 Zhuge
`);

export const simplifiedGiven = list(`
  伟 wei, 芳 fang, 娜 na, 秀 xiu, 英 ying, 敏 min, 静 jing, 丽 li, 强 qiang, 磊 lei, 军 jun, 洋 yang,
  勇 yong, 艳 yan, 杰 jie, 娟 juan, 涛 tao, 明 ming, 超 chao, 霞 xia, 平 ping, 刚 gang, 桂 gui, 国 guo,
  建 jian, 晓 xiao, 雪 xue, 梅 mei, 红 hong, 志 zhi, 海 hai, 宇 yu, 欣 xin, 怡 yi, 子 zi, 涵 han,
  浩 hao, 然 ran, 思 si, 远 yuan
`);

/** The same in traditional characters, romanised as in Hong Kong and Taiwan. */
export const traditionalFamily = list(`
  陳 Chan, 黃 Wong, 張 Cheung, 劉 Lau, 楊 Yeung, 趙 Chiu, 吳 Ng, 許 Hui, 鄭 Cheng, 謝 Tse, 葉 Yip,
  蘇 So, 盧 Lo, 蔡 Tsai, 賴 Lai, 羅 Law, 蕭 Siu, 歐陽 Au-Yeung, 龔 Kung, 顏 Yen
`);

export const traditionalGiven = list(`
  偉 wai, 麗 lai, 華 wah, 國 kwok, 強 keung, 玲 ling, 慧 wai, 儀 yee, 豪 ho, 傑 kit, 詠 wing, 嘉 ka,
  雯 man, 穎 wing, 銘 ming, 樂 lok, 晴 ching, 曉 hiu, 倫 lun, 雅 nga, 婷 ting, 俊 chun, 淑 shu, 惠 hui
`);

/** `name romanisation` in Arabic script. */
export const arabicGiven = list(`
  محمد mohammed, أحمد ahmed, فاطمة fatima, عائشة aisha, علي ali, خالد khaled, مريم mariam, نور nour,
  يوسف youssef, سارة sara, عمر omar, ليلى layla, حسن hassan, هدى huda, إبراهيم ibrahim, زينب zainab,
  طارق tariq, رنا rana, سامي sami, دينا dina, كريم karim, هبة heba, جمال jamal, سلمى salma
`);

export const arabicFamily = list(`
  الحسن alhassan, العلي alali, الخطيب alkhatib, المصري almasri, حداد haddad, نجار najjar,
  الزهراني alzahrani, الشامي alshami, القاسم alqasim, منصور mansour, الفارس alfares, بركات barakat,
  الرفاعي alrifai, صالح saleh, عبد الله abdullah, السيد elsayed, درويش darwish, خوري khoury
`);
