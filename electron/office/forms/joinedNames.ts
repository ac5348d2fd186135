/** Signs a list of names in one cell is divided by when it is read. */
const dividers = /[、,，;；\n]/

/** Several names in one cell: divided by 、, or one a line where a name has such a sign itself. */
export function joinedNames(names: readonly string[]): string {
  return names.join(names.some((name) => dividers.test(name)) ? '\n' : '、')
}
