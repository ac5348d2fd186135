import { themeQuartz } from 'ag-grid-community'

/** AG Grid in the dress of the house: tight rows, ruled like a sheet. */
export const gridTheme = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 13,
  foregroundColor: '#1f2430',
  backgroundColor: '#ffffff',
  headerBackgroundColor: '#f3f5f7',
  headerTextColor: '#444c5c',
  headerFontWeight: 600,
  headerFontSize: 13,
  borderColor: '#d6dae1',
  rowBorder: { color: '#e8ebef' },
  columnBorder: { color: '#eef0f3' },
  headerColumnBorder: { color: '#d6dae1' },
  headerColumnResizeHandleColor: 'transparent',
  wrapperBorderRadius: 0,
  wrapperBorder: false,
  spacing: 5,
  cellHorizontalPadding: 8,
  rowHeight: 30,
  headerHeight: 30,
  rowHoverColor: '#f1f6fb',
  accentColor: '#1d5a96',
  focusShadow: 'none',
  browserColorScheme: 'light',
})

/** Sort arrows drawn here: the theme's own come as data: addresses, which the page's policy refuses. */
export const gridIcons: Record<string, string> = {
  sortAscending: arrow('M6 2.5 9.5 7h-7z'),
  sortDescending: arrow('M6 9.5 2.5 5h7z'),
}

function arrow(path: string): string {
  const frame = 'viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"'
  return `<svg ${frame}><path d="${path}" fill="currentColor"/></svg>`
}
