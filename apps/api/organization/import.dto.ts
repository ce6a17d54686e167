import { EXPORT_ENCODINGS, EXPORT_FORMATS, IMPORT_KINDS, IMPORT_STATES, type ExportEncoding, type ExportFormat, type ImportKind, type ImportState } from '#organization';
import type { Bilingual } from '#contracts';
import { BilingualField, DateField, DateTimeField, IdField, IntField, NumberField, OneOfField, TextField } from '../http/fields.js';
import { PageQuery } from './page.js';

export class ImportResponse {
  @IdField() id!: string;
  @OneOfField(IMPORT_KINDS, { name: 'ImportKind' }) kind!: ImportKind;
  @TextField() fileName!: string;
  @OneOfField(IMPORT_STATES, { name: 'ImportState' }) state!: ImportState;
  @TextField({ description: 'QUEUED, READING, COMPARING, WRITING or DONE' }) stage!: string;
  @NumberField({ min: 0, max: 1 }) progress!: number;
  @IntField() rowCount!: number;
  @IntField() toAdd!: number;
  @IntField() toChange!: number;
  @IntField() unchanged!: number;
  @IntField() faultCount!: number;
  @IntField() warningCount!: number;
  @IdField({ nullable: true, description: 'The job that does the work of a large file' }) jobId!: string | null;
  @DateTimeField() createdAt!: Date;
  @DateTimeField({ nullable: true }) appliedAt!: Date | null;
}

/** One thing wrong with a file, or worth a look. */
export class ImportFindingResponse {
  @IntField({ description: 'As a spreadsheet numbers it; the header is 1' }) row!: number;
  @TextField({ nullable: true, description: 'Null when the whole row is meant' }) column!: string | null;
  @BilingualField({ nullable: true }) columnName!: Bilingual | null;
  @TextField() code!: string;
  @BilingualField() message!: Bilingual;
}

export class FindingsQuery extends PageQuery {}

export class ImportKindQuery {
  @OneOfField(IMPORT_KINDS, { name: 'ImportKind' }) kind!: ImportKind;
}

export class ExportQuery extends ImportKindQuery {
  @OneOfField(EXPORT_FORMATS, { optional: true, name: 'ExportFormat', description: 'CSV without it' }) format?: ExportFormat;
  @OneOfField(EXPORT_ENCODINGS, { optional: true, name: 'ExportEncoding', description: 'UTF-8 without it; for CSV only' }) encoding?: ExportEncoding;
  @DateField({ optional: true, description: 'Today without it' }) on?: string;
}
