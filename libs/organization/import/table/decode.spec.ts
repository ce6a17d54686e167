import { writeXlsxStream } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { JariError } from '#platform';
import { decodeTable, decodeText } from './decode.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decoding a file', () => {
  it('takes UTF-8 with and without a byte-order mark', () => {
    expect(decodeText(bytes('\ufeff부서코드'))).toBe('부서코드');
    expect(decodeText(bytes('부서코드'))).toBe('부서코드');
  });

  it('takes CP949 with the syllables that EUC-KR lacks', () => {
    expect(decodeText(iconv.encode('똠방각하 펲시콜라', 'cp949'))).toBe('똠방각하 펲시콜라');
  });

  it('refuses what is neither', () => {
    expect(() => decodeText(new Uint8Array([0xff, 0xff, 0x41]))).toThrow(JariError);
  });

  it('refuses UTF-16, which shows as text with U+0000', async () => {
    await expect(decodeTable(new Uint8Array(Buffer.from('code,name', 'utf16le')))).rejects.toMatchObject({ code: 'IMPORT_ENCODING_UNKNOWN' });
  });

  it('numbers rows as a spreadsheet does and leaves blank ones out', async () => {
    expect(await decodeTable(bytes('a,b\r\n\r\n"1\n1",2\r\n,\r\n3,4\r\n'))).toEqual([
      { row: 1, cells: ['a', 'b'] }, { row: 3, cells: ['1\n1', '2'] }, { row: 5, cells: ['3', '4'] },
    ]);
  });

  it('tells the line of a broken quotation', async () => {
    await expect(decodeTable(bytes('a,b\n1,"2\n3,4'))).rejects.toMatchObject({ code: 'IMPORT_FILE_UNREADABLE' });
  });

  it('reads typed XLSX cells as the text a person sees', async () => {
    const stream = writeXlsxStream([['00123', 7, true, new Date('2026-02-28T00:00:00Z'), null, '=1+1']], { name: 's', columns: ['a', 'b', 'c', 'd', 'e', 'f'].map((header) => ({ header })) });
    const content = new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
    const rows = await decodeTable(content);
    expect(rows[1]).toEqual({ row: 2, cells: ['00123', '7', 'Y', '2026-02-28', '', '=1+1'] });
  });
});
