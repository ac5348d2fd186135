import {
  CellStyleModule,
  ColumnApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
  type Module,
} from 'ag-grid-community'

/** What of AG Grid the sheet uses; cells, keys and clipboard are its own. */
export const sheetModules: Module[] = [
  InfiniteRowModelModule,
  ColumnApiModule,
  CellStyleModule,
  LocaleModule,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
]
