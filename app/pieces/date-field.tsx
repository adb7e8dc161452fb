import type { ComponentProps } from 'react'
import { TextField } from './text-field.tsx'

type DateFieldProps = Omit<ComponentProps<typeof TextField>, 'type' | 'short'> & { withTime?: boolean }

/** A day, or a day and an hour (Italian time), in the browser's own picker; the value is ISO. */
export function DateField({ withTime, ...field }: DateFieldProps) {
  return <TextField {...field} type={withTime ? 'datetime-local' : 'date'} short />
}
