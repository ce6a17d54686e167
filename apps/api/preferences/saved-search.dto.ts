import { IdField, IntField, ObjectField, TextField } from '../http/fields.js';
import { CatalogueFilterDto } from './catalogue.dto.js';

export class SavedSearchDto {
  @TextField({ min: 1, max: 60 }) name!: string;
  @ObjectField(() => CatalogueFilterDto) filter!: CatalogueFilterDto;
}

export class ChangeSavedSearchDto extends SavedSearchDto {
  @IntField({ min: 1, description: 'The version last read' }) version!: number;
}

export class SavedSearchResponse extends SavedSearchDto {
  @IdField() id!: string;
  @IntField() version!: number;
}
