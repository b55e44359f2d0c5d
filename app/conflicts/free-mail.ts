const providers: ReadonlySet<string> = new Set([
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "msn.com",
  "yahoo.com",
  "ymail.com",
  "rediffmail.com",
  "aol.com",
  "icloud.com",
  "me.com",
  "proton.me",
  "protonmail.com",
  "gmx.net",
  "gmx.de",
  "web.de",
  "orange.fr",
  "yandex.ru",
  "mail.ru",
  "zoho.com",
  "qq.com",
  "163.com",
  "126.com",
  "naver.com",
  "freemail.example",
]);

/** Providers that serve each country under a domain of its own ("yahoo.co.in"). */
const freeEverywhere = /^(yahoo|hotmail|outlook|live)(\.[a-z]{2,3}){1,2}$/;

/** Whether anybody can have an address under this domain: sharing one means nothing. */
export const isFreeMail = (domain: string): boolean => providers.has(domain) || freeEverywhere.test(domain);
