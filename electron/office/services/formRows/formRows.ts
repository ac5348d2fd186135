import type { FormId } from '../../../../shared/domain/formId'
import { f01Rows } from './f01Rows'
import { f02Rows } from './f02Rows'
import { f03Rows } from './f03Rows'
import { f04Rows } from './f04Rows'
import { f05Rows } from './f05Rows'
import { f06Rows } from './f06Rows'
import { f07Rows } from './f07Rows'
import { f08Rows } from './f08Rows'
import { f09Rows } from './f09Rows'
import { f10Rows } from './f10Rows'
import { f11sRows } from './f11sRows'
import { f12Rows } from './f12Rows'
import { f13Rows } from './f13Rows'
import type { ReadFormRows } from './formScene'

/** How each form is filled; F11 has a sheet for each organisation (f11Parts). */
export const formRows: Record<Exclude<FormId, 'F11'>, ReadFormRows> = {
  F01: f01Rows, F02: f02Rows, F03: f03Rows, F04: f04Rows, F05: f05Rows, F06: f06Rows, F07: f07Rows, F08: f08Rows,
  F09: f09Rows, F10: f10Rows, F11S: f11sRows, F12: f12Rows, F13: f13Rows,
}
