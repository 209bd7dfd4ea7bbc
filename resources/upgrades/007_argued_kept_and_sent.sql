-- What is claimed and what bears on it, what is written of cells, and what was sent to a journal.
-- What is to be made of a study, kept by name.
CREATE TABLE recipe (
	name VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT uq_recipe_uid UNIQUE (uid)
);

-- Which coders had a coding before their eyes is found by the coding, when some of them were written.
CREATE INDEX ix_opened_coding_uid ON opened (coding_uid);
-- What bears a name that another stands for.
ALTER TABLE pseudonym ADD COLUMN kind VARCHAR;
-- By which number somebody is called where they may not be named: drawn by lot, no place in a table.
ALTER TABLE participant ADD COLUMN lot INTEGER;
CREATE TABLE lots AS SELECT id, row_number() OVER (ORDER BY random()) AS lot FROM participant;
UPDATE participant SET lot = (SELECT lot FROM lots WHERE lots.id = participant.id);
DROP TABLE lots;
ALTER TABLE organisation ADD COLUMN lot INTEGER;
CREATE TABLE lots AS SELECT id, row_number() OVER (ORDER BY random()) AS lot FROM organisation;
UPDATE organisation SET lot = (SELECT lot FROM lots WHERE lots.id = organisation.id);
DROP TABLE lots;
-- Segments contradict claims, not codes: of each concept towards which a stance was taken an assertion is made that is
-- still to be worded. A later decision without a stance said that its coder takes none, and goes on to say so.
CREATE TABLE assertion (
	text VARCHAR NOT NULL,
	scope VARCHAR NOT NULL,
	rivals VARCHAR NOT NULL,
	code_id INTEGER,
	position INTEGER NOT NULL,
	coder_id INTEGER NOT NULL,
	created_at VARCHAR NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT fk_assertion_code_id FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE SET NULL,
	CONSTRAINT fk_assertion_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE,
	CONSTRAINT uq_assertion_uid UNIQUE (uid)
);
CREATE INDEX ix_assertion_code_id ON assertion (code_id);
CREATE INDEX ix_assertion_coder_id ON assertion (coder_id);
CREATE TABLE summary (
	participant_id INTEGER NOT NULL,
	code_id INTEGER NOT NULL,
	text VARCHAR NOT NULL,
	coder_id INTEGER NOT NULL,
	created_at VARCHAR NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT fk_summary_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE,
	CONSTRAINT fk_summary_code_id FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE CASCADE,
	CONSTRAINT fk_summary_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE,
	CONSTRAINT uq_summary_uid UNIQUE (uid)
);
CREATE INDEX ix_summary_coder_id ON summary (coder_id);
CREATE INDEX ix_summary_code_id ON summary (code_id);
CREATE INDEX ix_summary_participant_id ON summary (participant_id);
CREATE TABLE bearing (
	assertion_id INTEGER NOT NULL,
	document_id INTEGER,
	coding_id INTEGER,
	stance VARCHAR,
	reason VARCHAR NOT NULL,
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
	CONSTRAINT fk_bearing_assertion_id FOREIGN KEY(assertion_id) REFERENCES assertion (id) ON DELETE CASCADE,
	CONSTRAINT fk_bearing_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE,
	CONSTRAINT fk_bearing_coding_id FOREIGN KEY(coding_id) REFERENCES coding (id) ON DELETE CASCADE,
	CONSTRAINT fk_bearing_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE,
	CONSTRAINT uq_bearing_uid UNIQUE (uid)
);
CREATE INDEX ix_bearing_document_id ON bearing (document_id);
CREATE INDEX ix_bearing_coding_id ON bearing (coding_id);
CREATE INDEX ix_bearing_assertion_id ON bearing (assertion_id);
CREATE INDEX ix_bearing_coder_id ON bearing (coder_id);
INSERT INTO assertion (text, scope, rivals, code_id, position, coder_id, created_at, uid)
SELECT '', '', '', code_id, row_number() OVER (ORDER BY min(id)) - 1, coder_id, created_at,
	lower(
		hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-'
		|| substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))
	)
FROM judgement WHERE stance IS NOT NULL
GROUP BY code_id ORDER BY min(id);
INSERT INTO bearing (assertion_id, coding_id, stance, reason, coder_id, created_at, uid)
SELECT assertion.id, judgement.coding_id, judgement.stance, CASE WHEN stance IS NULL THEN '' ELSE reason END,
	judgement.coder_id, judgement.created_at,
	lower(
		hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-'
		|| substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))
	)
FROM judgement JOIN assertion ON assertion.code_id = judgement.code_id
WHERE stance IS NOT NULL OR EXISTS (
	SELECT 1 FROM judgement AS earlier
	WHERE earlier.coding_id = judgement.coding_id AND earlier.code_id = judgement.code_id
	AND earlier.coder_id <> judgement.coder_id AND earlier.stance IS NOT NULL
	AND (earlier.created_at, earlier.id) < (judgement.created_at, judgement.id)
)
ORDER BY judgement.created_at, judgement.id;
ALTER TABLE judgement DROP COLUMN stance;
-- For the body of the article or for its table; nobody said so before.
ALTER TABLE excerpt ADD COLUMN purpose VARCHAR;

-- What was sent to a journal, and what was remarked on it.
CREATE TABLE submission (
	name VARCHAR NOT NULL,
	note VARCHAR NOT NULL,
	study_sha VARCHAR NOT NULL,
	article_sha VARCHAR,
	article_name VARCHAR NOT NULL,
	coder_id INTEGER NOT NULL,
	created_at VARCHAR NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT fk_submission_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE,
	CONSTRAINT uq_submission_uid UNIQUE (uid)
);

CREATE INDEX ix_submission_coder_id ON submission (coder_id);
CREATE TABLE remark (
	submission_id INTEGER,
	who VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	answer VARCHAR NOT NULL,
	memo_id INTEGER,
	code_id INTEGER,
	document_id INTEGER,
	coder_id INTEGER NOT NULL,
	created_at VARCHAR NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT fk_remark_submission_id FOREIGN KEY(submission_id) REFERENCES submission (id) ON DELETE SET NULL,
	CONSTRAINT fk_remark_memo_id FOREIGN KEY(memo_id) REFERENCES memo (id) ON DELETE SET NULL,
	CONSTRAINT fk_remark_code_id FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE SET NULL,
	CONSTRAINT fk_remark_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE SET NULL,
	CONSTRAINT fk_remark_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE,
	CONSTRAINT uq_remark_uid UNIQUE (uid)
);

CREATE INDEX ix_remark_code_id ON remark (code_id);
CREATE INDEX ix_remark_coder_id ON remark (coder_id);
CREATE INDEX ix_remark_document_id ON remark (document_id);
CREATE INDEX ix_remark_memo_id ON remark (memo_id);
CREATE INDEX ix_remark_submission_id ON remark (submission_id);
