/** AG Grid's own words, those a ledger without its menus, filters and editors can show or speak. */
export const gridText: Record<string, string> = {
  loadingOoo: '正在读取……',
  loadingError: '读取失败',
  noRowsToShow: '没有数据',
  ariaSkeletonCellLoading: '正在读取',
  ariaSkeletonCellLoadingFailed: '读取失败',
  ariaSortableColumn: '按 Enter 排序',
  ariaHeaderSelection: '选择列',
  ariaFilterInput: '筛选',
}
