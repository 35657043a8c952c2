import { expect, test } from 'vitest'
import { type Commit, mergeOf } from '../../client/src/finish/merged-by.ts'

const commit = (hash: string, parents: string, message = hash, authorName = 'Maud'): Commit => ({
  hash,
  message,
  parents: parents.split(' ').filter(Boolean),
  authorName,
})

test('a merge is the one that brought the commit in, not one of something else', () => {
  const change = commit('c', 'a')
  const other = commit('o', 'a')
  const merge = commit('m', 'b c2', 'Merge pull request #57 from rosa/minutes', 'Yann')
  const later = [commit('z', 'y'), commit('y', 'm o', 'Merge pull request #58', 'Pim'), merge, commit('c2', 'c'), other]
  expect(mergeOf(change, later)).toEqual({ name: 'Yann', number: '57' })
})

test('a commit that is a whole request was merged by itself', () => {
  expect(mergeOf(commit('c', 'a', 'Minutes of 2026-02-25 (#57)', 'Rosa'), [])).toEqual({ name: 'Rosa', number: '57' })
})

test('a commit by itself says nothing of a merge', () => {
  expect(mergeOf(commit('c', 'a', 'Fix #3'), [commit('d', 'c')])).toBeUndefined()
})

test('a history that leads in a circle has an end', () => {
  expect(mergeOf(commit('c', 'x'), [commit('x', 'y z'), commit('y', 'x'), commit('z', 'y')])).toBeUndefined()
})
