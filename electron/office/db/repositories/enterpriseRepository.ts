import { enterpriseDetail } from './enterpriseDetail'
import { ledgerPage } from './ledgerPage'
import { ledgerRows } from './ledgerRows'

export const enterpriseRepository = { page: ledgerPage, ledgerRows, detail: enterpriseDetail }
