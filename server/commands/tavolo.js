#!/usr/bin/env node
import { register } from 'tsx/esm/api'

// Node 20 does not read TypeScript, and what analysts run must need no build: the sources are read as they are.
register()
await import('./tavolo.ts')
