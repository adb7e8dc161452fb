import { afterAll, beforeAll, expect, test } from 'vitest'
import { formFields, searchFields } from '#app/form-fields.ts'
import { served, type Served } from '#tests/support/served.ts'

let site: Served
beforeAll(async () => {
  site = await served()
})
afterAll(() => site.close())

const names = [
  '__proto__',
  'constructor',
  'prototype',
  '__proto__[polluted]',
  'constructor[prototype][polluted]',
  'a[__proto__][polluted]',
  'email.__proto__.polluted',
]

test('no JSON body, query or form reaches the prototype of objects', async () => {
  for (const name of names) {
    const body = `{"email":"a@people.test","${name}":{"polluted":true},"nested":{"${name}":{"polluted":true}}}`
    await fetch(`${site.url}/api/v1/people/request-code`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    })
    await fetch(`${site.url}/api/v1/people/list-devices?${encodeURIComponent(name)}=polluted&${name}=1`)
    const form = new FormData()
    form.append(name, 'polluted')
    form.append('polluted', 'x')
    await formFields(new Request('http://localhost/', { method: 'POST', body: form }))
    searchFields(new Request(`http://localhost/?${name}=polluted`), [name])
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  expect(Object.prototype).not.toHaveProperty('polluted')
})

test('a capability or an act cannot be named after something every object has', async () => {
  for (const path of [
    '__proto__/to-string',
    'constructor/name',
    'people/__proto__',
    'people/constructor',
    'people/to-string',
  ]) {
    const answer = await fetch(`${site.url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    })
    expect(answer.status).toBe(404)
  }
})
