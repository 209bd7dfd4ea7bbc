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
