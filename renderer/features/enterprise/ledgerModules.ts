import {
  CellStyleModule,
  ColumnApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
  type Module,
} from 'ag-grid-community'

/** What of AG Grid the ledger uses; nothing else is bundled. */
export const ledgerModules: Module[] = [
  InfiniteRowModelModule,
  ColumnApiModule,
  CellStyleModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
]
