-- What coders settled together, what was drawn by lot to be coded twice, and an approach that asks for no agreement.
ALTER TABLE project ADD COLUMN approach VARCHAR;
ALTER TABLE coder ADD COLUMN kind VARCHAR;
CREATE TABLE draw (
	unit VARCHAR NOT NULL,
	seed INTEGER NOT NULL,
	among INTEGER NOT NULL,
	coder_id INTEGER NOT NULL,
	created_at VARCHAR NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT fk_draw_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE,
	CONSTRAINT uq_draw_uid UNIQUE (uid)
);
CREATE INDEX ix_draw_coder_id ON draw (coder_id);
CREATE TABLE settlement (
	document_id INTEGER NOT NULL,
	code_id INTEGER NOT NULL,
	first_id INTEGER,
	second_id INTEGER,
	outcome VARCHAR NOT NULL,
	reason VARCHAR NOT NULL,
	coder_id INTEGER NOT NULL,
	created_at VARCHAR NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT fk_settlement_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE,
	CONSTRAINT fk_settlement_code_id FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE CASCADE,
	CONSTRAINT fk_settlement_first_id FOREIGN KEY(first_id) REFERENCES coder (id) ON DELETE SET NULL,
	CONSTRAINT fk_settlement_second_id FOREIGN KEY(second_id) REFERENCES coder (id) ON DELETE SET NULL,
	CONSTRAINT fk_settlement_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE,
	CONSTRAINT uq_settlement_uid UNIQUE (uid)
);
CREATE INDEX ix_settlement_coder_id ON settlement (coder_id);
CREATE INDEX ix_settlement_code_id ON settlement (code_id);
CREATE INDEX ix_settlement_first_id ON settlement (first_id);
CREATE INDEX ix_settlement_second_id ON settlement (second_id);
CREATE INDEX ix_settlement_document_id ON settlement (document_id);
CREATE TABLE drawn (
	draw_id INTEGER NOT NULL,
	document_id INTEGER NOT NULL,
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
	CONSTRAINT fk_drawn_draw_id FOREIGN KEY(draw_id) REFERENCES draw (id) ON DELETE CASCADE,
	CONSTRAINT fk_drawn_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE,
	CONSTRAINT uq_drawn_uid UNIQUE (uid)
);
CREATE INDEX ix_drawn_document_id ON drawn (document_id);
CREATE INDEX ix_drawn_draw_id ON drawn (draw_id);
-- What coders chose in this study, where the audit trail is to say so.
CREATE TABLE choice (
	coder_id INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	value JSON NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT fk_choice_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE,
	CONSTRAINT uq_choice_uid UNIQUE (uid)
);
CREATE INDEX ix_choice_coder_id ON choice (coder_id);
