import { formIds, type FormId } from './formId'
import { tableIds } from './statistics/statTable'

/** What a set of reports may hold: the tables, and the forms that are of the office or a unit as a whole. */
export const reportTables = [...tableIds, 'S15'] as const
export type ReportTable = (typeof reportTables)[number]

/** F11 is one organisation's sheet. */
export const reportForms = formIds.filter((id): id is Exclude<FormId, 'F11'> => id !== 'F11')

/** Whether each is made for the whole district, for each unit, or both. */
export const reportScopes = ['全区', '各单位', '全区和各单位'] as const
export type ReportScope = (typeof reportScopes)[number]

/** As what each comes: a workbook to go on with, the pages as they are printed, or both under one name. */
export const reportFormats = ['Excel和PDF', 'Excel', 'PDF'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** What belongs to the set of a month or another period, chosen once. */
export interface ReportSet {
  tables: ReportTable[]
  forms: FormId[]
  scope: ReportScope
  format: ReportFormat
}

export const usualReport: ReportSet = { tables: ['S1', 'S2', 'S3', 'S12', 'S13', 'S15'], forms: ['F01'], scope: '全区', format: 'Excel和PDF' }
