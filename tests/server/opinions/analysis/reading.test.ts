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
