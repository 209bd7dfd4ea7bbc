-- What becomes of an attribute where somebody confidential has it, and what stands there then.
ALTER TABLE attribute ADD COLUMN confidential VARCHAR;
ALTER TABLE attribute ADD COLUMN coarser VARCHAR;
-- Words by which whoever says them might be known.
CREATE TABLE telltale (
	document_id INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	note VARCHAR NOT NULL,
	coder_id INTEGER NOT NULL,
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
	CONSTRAINT fk_telltale_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE,
	CONSTRAINT fk_telltale_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE,
	CONSTRAINT uq_telltale_uid UNIQUE (uid)
);
CREATE INDEX ix_telltale_document_id ON telltale (document_id);
CREATE INDEX ix_telltale_coder_id ON telltale (coder_id);
-- Since when somebody is left out of analysis.
ALTER TABLE participant ADD COLUMN left_out_on VARCHAR;
