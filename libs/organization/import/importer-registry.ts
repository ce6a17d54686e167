import { Injectable } from '@nestjs/common';
import { EmployeeImporter } from './apply/employee-importer.js';
import { PositionImporter } from './apply/position-importer.js';
import { UnitImporter } from './apply/unit-importer.js';
import { IMPORT_KINDS, type ImportKind } from './import-kind.js';
import type { Importer } from './importer.js';

/** One importer for each kind of file; refuses to exist when one is missing. */
@Injectable()
export class ImporterRegistry {
  private readonly importers: ReadonlyMap<ImportKind, Importer<unknown>>;

  constructor(units: UnitImporter, positions: PositionImporter, employees: EmployeeImporter) {
    const all: readonly Importer<unknown>[] = [units, positions, employees];
    this.importers = new Map(all.map((importer) => [importer.kind, importer]));
    const missing = IMPORT_KINDS.filter((kind) => !this.importers.has(kind));
    if (missing.length > 0) throw new Error(`No importer for ${missing.join(', ')}`);
  }

  of(kind: ImportKind): Importer<unknown> {
    const importer = this.importers.get(kind);
    if (!importer) throw new Error(`No importer for ${kind}`);
    return importer;
  }
}
