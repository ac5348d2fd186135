import { shallowRef } from 'vue'
import { nationalSettings, type OfficeSettings } from '../../shared/domain/officeSettings'

/** The settings the page knows, kept by `useSettings`; the national ones until the office has answered. */
export const settingsInForce = shallowRef<OfficeSettings>(nationalSettings)
