import fc from 'fast-check'
import type { SheetCell } from './takeSheet'

const orNothing = <T>(of: readonly T[]) => fc.constantFrom<(T | null)[]>(...of, null)
const people = ['李四', '赵六', '孙七']

/** A return of some of six enterprises, three of which share organisations. */
export const anyReturn: fc.Arbitrary<SheetCell[][]> = fc
  .uniqueArray(
    fc.record({
      number: fc.integer({ min: 0, max: 5 }),
      employees: orNothing([5, 12, 20]),
      members: orNothing([0, 3, 4]),
      built: orNothing(['是', '是', '否']),
      joint: fc.boolean(),
      type: orNothing(['党支部', '党总支']),
      founded: orNothing(['2020-01-01', '2021-05']),
      secretary: orNothing(people),
      phone: orNothing(['13800138000', '13700137000']),
      liaison: orNothing(people),
      union: orNothing(['√', '×']),
      flag: orNothing(['√', '○']),
      goal: orNothing(['√', '×']),
    }),
    { selector: ({ number }) => number, minLength: 1, maxLength: 6 },
  )
  .map((rows) =>
    rows.map(({ number, employees, members, built, joint, type, founded, secretary, phone, liaison, union, flag, goal }) => {
      const org = built !== '是' ? null : joint ? `中共第${number % 2}联合支部委员会` : `中共${number}号公司支部委员会`
      const mode = org === null ? null : joint ? '联合组建' : '单独组建'
      return [
        '甲街道', `${number}号公司`, null, '正常经营', employees, members, built, org, mode, org && type, org && founded, org && secretary,
        org && secretary && phone, liaison, liaison && `1390013900${people.indexOf(liaison)}`, union, flag, goal,
      ]
    }),
  )
