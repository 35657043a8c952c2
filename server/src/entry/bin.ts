#!/usr/bin/env node
import { runServer } from './run-server.ts'

const [command, ...flags] = process.argv.slice(2)
// An editor waits for its server, which needs nothing of all the other commands.
if (command === 'lsp' && flags.every((flag) => flag === '--stdio')) runServer()
else require('./commands.js')
