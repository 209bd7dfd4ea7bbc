-- Other names of codes, what was read and what was opened again. Nobody kept it before.
CREATE TABLE alias (
	code_id INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT fk_alias_code_id FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE CASCADE,
	CONSTRAINT uq_alias_uid UNIQUE (uid)
);
CREATE INDEX ix_alias_code_id ON alias (code_id);
CREATE TABLE reading (
	coder_id INTEGER NOT NULL,
	document_id INTEGER NOT NULL,
	cycle VARCHAR NOT NULL,
	code_id INTEGER,
	state VARCHAR NOT NULL,
	at VARCHAR NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT fk_reading_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE,
	CONSTRAINT fk_reading_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE,
	CONSTRAINT fk_reading_code_id FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE CASCADE,
	CONSTRAINT uq_reading_uid UNIQUE (uid)
);
CREATE INDEX ix_reading_code_id ON reading (code_id);
CREATE INDEX ix_reading_coder_id ON reading (coder_id);
CREATE INDEX ix_reading_document_id ON reading (document_id);
CREATE TABLE opened (
	coder VARCHAR NOT NULL,
	coding_uid VARCHAR NOT NULL,
	at VARCHAR NOT NULL,
	CONSTRAINT pk_opened PRIMARY KEY (coder, coding_uid)
);
-- A correction moves thousands of codings: an index by where they stand would be written anew with each.
DROP INDEX ix_coding_document_start;
CREATE INDEX ix_coding_document_code ON coding (document_id, code_id, coder_id);
-- Times of words were never kept apart. Since when a text is an earlier one stood in the log alone.
ALTER TABLE document DROP COLUMN times_sha;
ALTER TABLE revision ADD COLUMN at VARCHAR;
UPDATE revision SET at = (
	SELECT max(change.at) FROM change_row JOIN change ON change.id = change_row.change
	WHERE change_row.stored = 'revision' AND change_row.row = revision.id AND change_row.verb = 'insert'
);
