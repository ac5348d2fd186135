/**
 * One row of a standard form, by the field names of resources/forms.json. Dates are YYYY-MM-DD, or YYYY-MM where only
 * the month is known; money is in the form's own unit (万元 in F01 and F02, else 元) with two decimals; 是/否 and ticks
 * are booleans, a delivery's state and every other word stand as the value domain writes them; null is a blank cell.
 * Two fields are no columns: `recordId` is the record the row is about (of F01, F02, F06, F08 and F09 the enterprise, of
 * F03, F07, F11S and F12 the organisation, else the entry itself), and `recordVersion` the version of what it is made of,
 * 0 where that is several records.
 */
export type FormRow = Readonly<Record<string, FormValue>>
export type FormValue = string | number | boolean | null
