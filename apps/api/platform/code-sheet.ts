import type { CodePurpose, IssuedCode, WhoAmI } from '#platform';
import { translate } from '#platform';

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const both = (key: string): string => `${escape(translate('ko', key))} <span lang="en">${escape(translate('en', key))}</span>`;

/** Korean local time to the minute, as a Korean letter writes it: 2026. 11. 20. 09:00 */
const koreanMoment = (moment: Date): string =>
  new Intl.DateTimeFormat('ko-KR', { timeZone: 'Asia/Seoul', dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }).format(moment);

const STYLE = `
  @page { size: A4; margin: 14mm } body { font-family: "Noto Sans KR", "Malgun Gothic", sans-serif; margin: 0 auto; max-width: 190mm; color: #111; word-break: keep-all }
  @media screen { body { padding: 4mm } }
  .slip { border-bottom: 1px dashed #888; padding: 6mm 2mm; break-inside: avoid } .slip h2 { font-size: 12pt; margin: 0 0 3mm }
  dl { display: grid; grid-template-columns: 44mm 1fr; gap: 1.5mm 3mm; margin: 0; font-size: 10.5pt } dt { color: #444 } dd { margin: 0 }
  .code { font: 700 15pt ui-monospace, "D2Coding", monospace; letter-spacing: 0.08em } span[lang=en] { color: #666; font-size: 0.85em }
  .advice { font-size: 9pt; color: #444; margin: 3mm 0 0 } .demo { border: 1px solid #b00; color: #b00; padding: 0 2mm; font-size: 9pt }
  @media screen and (max-width: 480px) { dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: 2mm } }`;

/** A page of slips to print, cut and hand out, one for each code. Holds no script and asks nothing of the network. */
export const codeSheet = (purpose: CodePurpose, codes: readonly IssuedCode[], organization: WhoAmI['organization']): string => {
  const demo = organization.isDemo ? ` <span class="demo">${both('sheet.demo')}</span>` : '';
  const slips = codes.map(({ employeeNumber, name, code, expiresAt }) => `
<section class="slip">
<h2>${escape(organization.name)} ${both(`sheet.title.${purpose}`)}${demo}</h2>
<dl>
<dt>${both('sheet.number')}</dt><dd>${escape(employeeNumber)}</dd>
${name === null ? '' : `<dt>${both('sheet.name')}</dt><dd>${escape(name)}</dd>`}
<dt>${both('sheet.code')}</dt><dd class="code">${escape(code)}</dd>
<dt>${both('sheet.expires')}</dt><dd>${escape(koreanMoment(expiresAt))}</dd>
</dl>
<p class="advice">${both('sheet.advice')}</p>
</section>`);
  return `<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(translate('ko', `sheet.title.${purpose}`))}</title><style>${STYLE}</style></head>
<body>${slips.join('')}</body></html>
`;
};
