import { expect, test } from 'vitest'
import { ProblemError, UnreachableError } from '@/components/data/problem-error'
import { fieldProblem, isFieldProblem, problemWords } from '@/components/data/problem-words'

const problem = new ProblemError({
  type: 'urn:fivestep:problem:bad_request',
  code: 'bad_request',
  title: 'The request is not usable',
  status: 400,
  detail: 'clientId: a client id is a GUID',
  requestId: 'r-1',
  errors: [{ path: 'clientId', message: 'a client id is a GUID' }],
})

test('a problem speaks for itself and names its request', () => {
  expect(problemWords(problem)).toEqual({
    title: 'The request is not usable',
    detail: 'clientId: a client id is a GUID',
    requestId: 'r-1',
  })
})

test.each([
  [new UnreachableError(null, undefined), 'still running'],
  [new UnreachableError(502, undefined), 'HTTP 502'],
])('a lost answer says what may have happened', (error, words) => {
  expect(problemWords(error)).toMatchObject({ title: 'Fivestep did not answer' })
  expect(problemWords(error).detail).toContain(words)
})

test.each([new TypeError('x is not a function'), 'a string', undefined, null])(
  'the message of something unknown is not shown: %s',
  (error) => {
    const words = problemWords(error)
    expect(words.title).toBe('Something went wrong in this page')
    expect(JSON.stringify(words)).not.toContain('x is not a function')
  },
)

test('an input hears of its own problem only', () => {
  expect(fieldProblem(problem, 'clientId')).toBe('a client id is a GUID')
  expect(fieldProblem(problem, 'tenantId')).toBeUndefined()
  expect(isFieldProblem(problem, ['name', 'clientId'])).toBe(true)
  expect(isFieldProblem(problem, ['name'])).toBe(false)
  expect(isFieldProblem(new Error('no'), ['clientId'])).toBe(false)
})
