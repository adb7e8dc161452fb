import { expect, test } from 'vitest'
import { readComments, readVotes } from '#server/opinions/analysis/index.ts'

test.each([
  ['', ': the file is empty'],
  ['person,0\n1,1\n', ', line 1: no column is titled "participant"'],
  ['participant,0,first\n', ', line 1, column 3: "first" is not the number of a statement'],
  ['participant,0,0\n', ', line 1, column 3: two columns are titled "0"'],
  ['participant,0,7\n1,1,-1\n2,1,2\n', ', line 3, column 3 (statement 7): "2" is not a vote'],
  ['participant,0,7\n1,yes,-1\n', ', line 2, column 2 (statement 0): "yes" is not a vote'],
  ['participant,0,7\n1,-,-1\n', ', line 2, column 2 (statement 0): "-" is not a vote'],
  ['participant,0\n"a\nb",1\nc,1e9\n', ', line 4, column 2 (statement 0): "1e9" is not a vote'],
  ['participant,0,7\n1,1\n', ', line 2, column 2: the line ends after 2 of 3 cells'],
  ['participant,0\n1,1,1\n', ', line 2, column 3: the line has more than the 2 cells'],
  ['participant,0\n1,1\n\n1,0\n', ', line 4, column 1: participant "1" is there already, on line 2'],
  ['participant,0\n,1\n', ', line 2, column 1: the participant has no name'],
])('votes that cannot be read: %j', (content, reason) => {
  expect(() => readVotes(Buffer.from(content), 'votes.csv')).toThrow(`votes.csv${reason}`)
})

test.each([
  ['comment-id,voter-id,vote\n0,1,1\n0,2,2\n', ', line 3, column 3 (vote): "2" is not a vote'],
  ['vote,voter-id,comment-id\n1,1,x\n', ', line 2, column 3 (comment-id): "x" is not the number'],
  ['comment-id,voter-id,vote\n0,,1\n', ', line 2, column 2 (voter-id): the voter has no name'],
  ['comment-id,voter-id,vote\n0,1\n', ', line 2, column 2 (voter-id): the line has 2 cells'],
  ['timestamp,comment-id,voter-id,vote\nMay,0,1,1\n', ', line 2, column 1 (timestamp): "May" is not a time'],
])('single votes that cannot be read: %j', (content, reason) => {
  expect(() => readVotes(Buffer.from(content), 'votes.csv')).toThrow(`votes.csv${reason}`)
})

test('one line a vote reads as one line a person: of who voted again the later vote counts', () => {
  const each =
    'timestamp,datetime,comment-id,voter-id,vote\n20,then,7,b,-1\n10,before,7,b,1\n10,x,3,b,0\n10,x,7,a,1\n10,x,7,a,-1\n'
  const rows = 'participant,7,3\nb,-1,0\na,-1,\n'
  expect(readVotes(Buffer.from(each), 'votes.csv')).toEqual(readVotes(Buffer.from(rows), 'votes.csv'))
})

test.each([
  ['comment-id\n1\n', ', line 1: no column is titled "moderated"'],
  ['comment-id,moderated\n1,1\n2,5\n', ', line 3, column 2 (moderated): "5" is not -1, 0 or 1'],
  ['comment-id,moderated,comment-body\n1,1,"two\nlines"\nx,1,a\n', ', line 4, column 1 (comment-id): "x"'],
  [
    'comment-id,moderated\n1,1\n1,1\n',
    ', line 3, column 1 (comment-id): statement 1 is there already, on line 2',
  ],
  ['comment-id,moderated\n1,1,1\n', ', line 2'],
  ['comment-id,moderated\n1,"1\n', ', line'],
])('comments that cannot be read: %j', (content, reason) => {
  expect(() => readComments(content, 'comments.csv')).toThrow(`comments.csv${reason}`)
})
