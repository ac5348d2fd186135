import { z } from 'zod'
import formList from '../../../resources/forms.json'
import type { FormId } from '../../../shared/domain/formId'
import { standardForm, type StandardForm } from './form'

/** All standard forms in their order; checked when the program starts. */
export const standardForms: readonly StandardForm[] = z.array(standardForm).parse(formList)

export function findForm(id: FormId): StandardForm {
  const form = standardForms.find((candidate) => candidate.id === id)
  if (!form) throw new Error(`resources/forms.json lacks ${id}`)
  return form
}
