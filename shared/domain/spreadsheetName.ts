const extensions = /\.(xls|xlsx|xlsm|xlsb|xlt|xltx|xltm|et|ett|ods|ots|fods|csv|txt|dbf|dif|slk|mht|mhtml)$/i

/**
 * Whether a file of a folder counts as a table. A folder holds all sorts of files, hidden ones among them, and the lock
 * files Excel leaves beside open workbooks; a file that was chosen by itself is taken whatever its name is.
 */
export function isSpreadsheetName(name: string): boolean {
  return extensions.test(name) && !name.startsWith('~$') && !name.startsWith('.')
}
