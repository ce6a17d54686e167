import { BilingualField, BilingualText, IdField, IntField, TextField } from '../http/fields.js';

export class NamedPostResponse {
  @IdField() id!: string;
  @TextField() code!: string;
  @BilingualField() unit!: BilingualText;
  @BilingualField() duty!: BilingualText;
  @BilingualField({ description: 'Unit and duty in one phrase' }) title!: BilingualText;
}

export class NamedPersonResponse {
  @IdField() employeeId!: string;
  @TextField() employeeNumber!: string;
  @TextField() name!: string;
  @IntField() grade!: number;
  @TextField() jobSeries!: string;
}
