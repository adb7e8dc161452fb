import express from 'express'

const web = express()
web.get('*', (_request, response) => void response.type('html').send('<!DOCTYPE html><h1>Hello</h1>'))
web.listen(Number(process.env['PORT']), '127.0.0.1')
