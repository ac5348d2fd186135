import { expect, it } from 'vitest'
import { quoted } from './quoted'

it('puts the other marks within the outer ones, however deep', () => {
  expect(quoted('经费')).toBe('“经费”')
  expect(quoted('新建党组织“中共某支部”')).toBe('“新建党组织‘中共某支部’”')
  expect(quoted(`撤销${quoted('新建党组织“中共某支部”')}`)).toBe('“撤销‘新建党组织“中共某支部”’”')
})
