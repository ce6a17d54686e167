import { Injectable } from '@nestjs/common';
import { AuditService, foundOr404, type Tx } from '#platform';
import { EmployeeService } from '../employee/employee.service.js';
import { loadPositions } from '../import/apply/position-importer.js';
import type { ImportKind } from '../import/import-kind.js';
import { COLUMNS_OF } from '../import/plans/columns.js';
import { defuse } from '../import/table/formula.js';
import { NOTE_HEADERS } from '../import/table/read-table.js';
import { queryPositions } from '../position/position.query.js';
import { OrgUnitService } from '../unit/org-unit.service.js';
import { employeeRecord, positionRecord, unitRecord } from './export-rows.js';
import { writeTable, type ExportEncoding, type ExportFormat } from './table-writer.js';

export interface ExportRequest {
  readonly kind: ImportKind;
  readonly format: ExportFormat;
  readonly encoding: ExportEncoding;
  readonly on: string;
}

export interface ExportedFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** Stands in every file of an organisation whose people are invented. */
export const DEMO_MARK = '가상 데이터';

const TITLES: Readonly<Record<ImportKind, string>> = { UNITS: '부서', POSITIONS: '직위', EMPLOYEES: '직원' };
const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  CSV: 'text/csv', XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Writes what the importer reads: importing an export changes nothing. */
@Injectable()
export class ExportService {
  constructor(
    private readonly units: OrgUnitService,
    private readonly employees: EmployeeService,
    private readonly audit: AuditService,
  ) {}

  /** The units, posts or staff of a day as a file. @throws EXPORT_UNMAPPABLE with the characters that CP949 lacks */
  async export(tx: Tx, { kind, format, encoding, on }: ExportRequest): Promise<ExportedFile> {
    const organization = foundOr404(await tx.one<{ isDemo: boolean }>('SELECT is_demo AS "isDemo" FROM organization WHERE organization_id = $1', [tx.organizationId]));
    const columns = Object.entries(COLUMNS_OF[kind]);
    const records = await this.records(tx, kind, on);
    const mark = organization.isDemo ? [DEMO_MARK] : [];
    const rows = [
      [...columns.map(([, { ko }]) => ko), ...mark.map(() => NOTE_HEADERS[0])],
      ...records.map((record) => [
        ...columns.map(([key, { kind: cell }]) => {
          const value = record[key];
          if (value === null || value === undefined) return '';
          const text = cell.write(value);
          return cell.isText ? defuse(text) : text;
        }),
        ...mark,
      ]),
    ];
    const name = [TITLES[kind], on, ...mark].join('_').replaceAll(' ', '');
    const content = await writeTable(rows, format, encoding, [TITLES[kind], ...mark].join(' '));
    await this.audit.record(tx, { action: 'organization.export', subjectType: 'export', subjectId: null, after: { kind, format, on, rows: records.length } });
    return {
      fileName: `${name}.${format.toLowerCase()}`,
      contentType: format === 'CSV' ? `${CONTENT_TYPES.CSV}; charset=${encoding === 'CP949' ? 'euc-kr' : 'utf-8'}` : CONTENT_TYPES.XLSX,
      content,
    };
  }

  private async records(tx: Tx, kind: ImportKind, on: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    if (kind === 'EMPLOYEES') {
      const codeOf = new Map((await loadPositions(tx)).map(({ id, code }) => [id, code]));
      return (await this.employees.facts(tx, on)).map((person) => employeeRecord(person, codeOf, on));
    }
    const tree = await this.units.tree(tx, on);
    const codeOf = new Map(tree.all().map(({ unitId, code }) => [unitId, code]));
    if (kind === 'UNITS') return tree.all().map((unit) => unitRecord(unit, codeOf));
    return (await queryPositions(tx, on)).map((post) => positionRecord(post, codeOf));
  }
}
