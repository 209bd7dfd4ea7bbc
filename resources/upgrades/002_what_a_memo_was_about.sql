-- A memo says what it was about when that has left the project; of memos that lost it before, nobody noted what it was.
ALTER TABLE memo_target ADD COLUMN about VARCHAR;
INSERT INTO memo_target(uid, memo_id, about)
    SELECT lower(hex(randomblob(16))), id, 'thing:' FROM memo WHERE id NOT IN (SELECT memo_id FROM memo_target);
