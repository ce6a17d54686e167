import { IdField, IntField, ListField, NumberField, ObjectField } from '../http/fields.js';

export class PlaceDto {
  @NumberField({ min: -90, max: 90, description: 'Degrees' }) latitude!: number;
  @NumberField({ min: -180, max: 180, description: 'Degrees' }) longitude!: number;
}

export class ServiceDto {
  @IdField() unitId!: string;
  @IntField({ min: 0, max: 720, description: 'Months served there before the postings kept here' }) months!: number;
}

export class PlacementRecordDto {
  @IdField() employeeId!: string;
  @ObjectField(() => PlaceDto, { nullable: true, description: 'Kept to about a kilometre, read by HR’s rules alone; null = not known' }) home!: PlaceDto | null;
  @ListField(() => ServiceDto, { max: 50 }) service!: ServiceDto[];
}

export class KeepRecordsDto {
  @ListField(() => PlacementRecordDto, { min: 1, max: 2000, description: 'Each replaces the person’s record' }) records!: PlacementRecordDto[];
}

export class UnitPlaceDto extends PlaceDto {
  @IdField() unitId!: string;
}

export class KeepUnitPlacesDto {
  @ListField(() => UnitPlaceDto, { min: 1, max: 1000 }) places!: UnitPlaceDto[];
}
