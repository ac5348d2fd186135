import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { OfficeStatus } from '../../shared/contract/office'
import type { Unit } from '../../shared/contract/unit'
import { call } from '../api/call'

/** What every screen knows of the office: its name, today's date, its units in official order. */
export const useOffice = defineStore('office', () => {
  const status = shallowRef<OfficeStatus>()
  const units = shallowRef<Unit[]>([])

  async function load(): Promise<void> {
    const [newStatus, newUnits] = await Promise.all([call('office.status', {}), call('unit.list', {})])
    status.value = newStatus
    units.value = newUnits
  }

  const needsSetup = computed(() => {
    const known = status.value
    return known !== undefined && (known.officeName === null || known.units === 0)
  })
  const activeUnits = computed(() => units.value.filter((unit) => unit.active))

  return { status, units, activeUnits, needsSetup, load }
})
