-- That a code is outside a framework, or does not speak for a code it was suggested for, stood in the title of a memo.
CREATE TABLE set_aside (
	code_id INTEGER NOT NULL,
	framework_id INTEGER,
	to_code_id INTEGER,
	reason VARCHAR NOT NULL,
	coder_id INTEGER NOT NULL,
	created_at VARCHAR NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT fk_set_aside_code_id FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE CASCADE,
	CONSTRAINT fk_set_aside_framework_id FOREIGN KEY(framework_id) REFERENCES framework (id) ON DELETE CASCADE,
	CONSTRAINT fk_set_aside_to_code_id FOREIGN KEY(to_code_id) REFERENCES code (id) ON DELETE CASCADE,
	CONSTRAINT fk_set_aside_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE,
	CONSTRAINT uq_set_aside_uid UNIQUE (uid)
);
CREATE INDEX ix_set_aside_code_id ON set_aside (code_id);
CREATE INDEX ix_set_aside_coder_id ON set_aside (coder_id);
CREATE INDEX ix_set_aside_framework_id ON set_aside (framework_id);
CREATE INDEX ix_set_aside_to_code_id ON set_aside (to_code_id);
-- Each such memo with what it is said of: a framework (it was said of all there were) or one code. A reason is one line.
CREATE TEMP TABLE said AS
SELECT memo.id AS memo_id, code.id AS code_id, framework.id AS framework_id, NULL AS to_code_id, memo.body, memo.coder_id,
	memo.created_at
FROM memo
JOIN memo_target ON memo_target.memo_id = memo.id
JOIN code ON code.id = memo_target.code_id AND code.framework_id IS NULL
CROSS JOIN framework
WHERE memo.title = 'Fits nothing' AND memo.kind = 'theoretical'
UNION ALL
SELECT memo.id, code.id, NULL, target.id, memo.body, memo.coder_id, memo.created_at
FROM memo
JOIN memo_target ON memo_target.memo_id = memo.id
JOIN code ON code.id = memo_target.code_id AND code.framework_id IS NULL
JOIN memo_target AS other ON other.memo_id = memo.id
JOIN code AS target ON target.id = other.code_id AND target.framework_id IS NOT NULL
WHERE memo.title = 'Does not speak for it' AND memo.kind = 'theoretical';
UPDATE said SET body = trim(body, char(9, 10, 13, 32));
-- Where it was said more than once, the first counts.
INSERT INTO set_aside (code_id, framework_id, to_code_id, reason, coder_id, created_at, uid)
SELECT code_id, framework_id, to_code_id,
	trim(CASE WHEN instr(body, char(10)) THEN substr(body, 1, instr(body, char(10)) - 1) ELSE body END), coder_id, created_at,
	lower(
		hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-'
		|| substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))
	)
FROM said
WHERE NOT EXISTS (
	SELECT 1 FROM said AS earlier
	WHERE earlier.code_id = said.code_id AND earlier.framework_id IS said.framework_id
	AND earlier.to_code_id IS said.to_code_id AND earlier.memo_id < said.memo_id
)
ORDER BY memo_id, framework_id;
-- A memo goes where a row says all that it said; one with more text, with another author or about more stays a memo.
DELETE FROM memo
WHERE id IN (
	SELECT said.memo_id FROM said
	JOIN set_aside ON set_aside.code_id = said.code_id AND set_aside.framework_id IS said.framework_id
	AND set_aside.to_code_id IS said.to_code_id AND set_aside.reason = said.body
	AND set_aside.coder_id = said.coder_id AND set_aside.created_at = said.created_at
)
AND (SELECT count(*) FROM memo_target WHERE memo_id = memo.id) = CASE title WHEN 'Fits nothing' THEN 1 ELSE 2 END
AND id NOT IN (SELECT memo_id FROM foreign_id WHERE memo_id IS NOT NULL);
DELETE FROM memo_target WHERE memo_id NOT IN (SELECT id FROM memo);
DROP TABLE said;

-- A memo says what it was about when that has left the project; of memos that lost it before, nobody noted what it was.
ALTER TABLE memo_target ADD COLUMN about VARCHAR;
INSERT INTO memo_target(uid, memo_id, about)
    SELECT lower(hex(randomblob(16))), id, 'thing:' FROM memo WHERE id NOT IN (SELECT memo_id FROM memo_target);

-- A coding, an excerpt and what a memo is about have their place in columns of their own: words, a box, a stretch of
-- time. A table of regions held what was no text; a box was written there as [x, y, width, height].
-- SQLite can't drop a column that belongs to a foreign key, so that the codings are written anew.
CREATE TABLE coding_next (
    document_id INTEGER NOT NULL,
    code_id INTEGER NOT NULL,
    coder_id INTEGER NOT NULL,
    origin VARCHAR NOT NULL,
    verdict_id INTEGER,
    created_at VARCHAR NOT NULL,
    start INTEGER,
    "end" INTEGER,
    page INTEGER,
    x DOUBLE,
    y DOUBLE,
    width DOUBLE,
    height DOUBLE,
    start_ms INTEGER,
    end_ms INTEGER,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR NOT NULL,
    CONSTRAINT fk_coding_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE,
    CONSTRAINT fk_coding_code_id FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE CASCADE,
    CONSTRAINT fk_coding_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE,
    CONSTRAINT fk_coding_verdict_id FOREIGN KEY(verdict_id) REFERENCES verdict (id) ON DELETE SET NULL,
    CONSTRAINT uq_coding_uid UNIQUE (uid)
);
INSERT INTO coding_next (document_id, code_id, coder_id, origin, verdict_id, created_at, start, "end", page, x, y,
                         width, height, start_ms, end_ms, id, uid)
SELECT c.document_id, c.code_id, c.coder_id, c.origin, c.verdict_id, c.created_at, c.start, c."end", r.page,
       json_extract(r.box, '$[0]'), json_extract(r.box, '$[1]'), json_extract(r.box, '$[2]'),
       json_extract(r.box, '$[3]'), r.start_ms, r.end_ms, c.id, c.uid
FROM coding AS c LEFT JOIN region AS r ON r.id = c.region_id
ORDER BY c.id;
-- A key once given is never given again.
DELETE FROM sqlite_sequence WHERE name = 'coding_next';
INSERT INTO sqlite_sequence (name, seq) SELECT 'coding_next', seq FROM sqlite_sequence WHERE name = 'coding';
DROP TABLE coding;
ALTER TABLE coding_next RENAME TO coding;
CREATE INDEX ix_coding_document_start ON coding (document_id, start);
CREATE INDEX ix_coding_code_id ON coding (code_id);
CREATE INDEX ix_coding_coder_id ON coding (coder_id);
CREATE INDEX ix_coding_verdict_id ON coding (verdict_id);
DROP TABLE region;
-- An excerpt need not be of words.
ALTER TABLE excerpt ADD COLUMN place_start INTEGER;
ALTER TABLE excerpt ADD COLUMN place_end INTEGER;
UPDATE excerpt SET place_start = start, place_end = "end";
ALTER TABLE excerpt DROP COLUMN start;
ALTER TABLE excerpt DROP COLUMN "end";
ALTER TABLE excerpt RENAME COLUMN place_start TO start;
ALTER TABLE excerpt RENAME COLUMN place_end TO "end";
ALTER TABLE excerpt ADD COLUMN page INTEGER;
ALTER TABLE excerpt ADD COLUMN x DOUBLE;
ALTER TABLE excerpt ADD COLUMN y DOUBLE;
ALTER TABLE excerpt ADD COLUMN width DOUBLE;
ALTER TABLE excerpt ADD COLUMN height DOUBLE;
ALTER TABLE excerpt ADD COLUMN start_ms INTEGER;
ALTER TABLE excerpt ADD COLUMN end_ms INTEGER;
ALTER TABLE memo_target ADD COLUMN page INTEGER;
ALTER TABLE memo_target ADD COLUMN x DOUBLE;
ALTER TABLE memo_target ADD COLUMN y DOUBLE;
ALTER TABLE memo_target ADD COLUMN width DOUBLE;
ALTER TABLE memo_target ADD COLUMN height DOUBLE;
ALTER TABLE memo_target ADD COLUMN start_ms INTEGER;
ALTER TABLE memo_target ADD COLUMN end_ms INTEGER;
