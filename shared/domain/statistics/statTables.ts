import { comparisonTable } from './comparisonTable'
import { s4Table, s5Table, s6Table } from './groupedTables'
import { s10Table } from './s10Table'
import { s11Table } from './s11Table'
import { s12Table } from './s12Table'
import { s13Table } from './s13Table'
import { s14Table } from './s14Table'
import { s1Table } from './s1Table'
import { s2Table } from './s2Table'
import { s3Table } from './s3Table'
import { s7Table } from './s7Table'
import { s8Table } from './s8Table'
import { s9Table } from './s9Table'
import type { TableDefinition, TableId } from './statTable'

/** The tables S1–S14 (docs/domain.md, section 13) and the comparison; S15 counts reports, not records, and is its own. */
export const statTables: Readonly<Record<TableId, TableDefinition>> = {
  S1: s1Table, S2: s2Table, S3: s3Table, S4: s4Table, S5: s5Table, S6: s6Table, S7: s7Table,
  S8: s8Table, S9: s9Table, S10: s10Table, S11: s11Table, S12: s12Table, S13: s13Table, S14: s14Table,
  comparison: comparisonTable,
}
