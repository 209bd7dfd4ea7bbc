-- Who was asked, for whom they work, what they agreed to and approved; the guide; sets by rule. Nobody kept it before.
CREATE TABLE organisation (
	name VARCHAR NOT NULL,
	parent_id INTEGER,
	confidential BOOLEAN NOT NULL,
	position INTEGER NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT fk_organisation_parent_id FOREIGN KEY(parent_id) REFERENCES organisation (id) ON DELETE SET NULL,
	CONSTRAINT uq_organisation_uid UNIQUE (uid)
);
CREATE INDEX ix_organisation_parent_id ON organisation (parent_id);
CREATE TABLE belonging (
	organisation_id INTEGER NOT NULL,
	participant_id INTEGER,
	document_id INTEGER,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT fk_belonging_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
	CONSTRAINT fk_belonging_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE,
	CONSTRAINT fk_belonging_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE,
	CONSTRAINT uq_belonging_uid UNIQUE (uid)
);
CREATE INDEX ix_belonging_document_id ON belonging (document_id);
CREATE INDEX ix_belonging_organisation_id ON belonging (organisation_id);
CREATE INDEX ix_belonging_participant_id ON belonging (participant_id);
CREATE TABLE consent (
	participant_id INTEGER NOT NULL,
	form VARCHAR NOT NULL,
	signed_on VARCHAR,
	withdraw_until VARCHAR,
	keep_until VARCHAR,
	withdrawn_on VARCHAR,
	quotation VARCHAR,
	firm VARCHAR,
	archive VARCHAR,
	recording VARCHAR,
	images VARCHAR,
	note VARCHAR NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT fk_consent_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE,
	CONSTRAINT uq_consent_uid UNIQUE (uid)
);
CREATE INDEX ix_consent_participant_id ON consent (participant_id);
CREATE TABLE recruit (
	name VARCHAR NOT NULL,
	participant_id INTEGER,
	organisation_id INTEGER,
	status VARCHAR NOT NULL,
	approached_on VARCHAR,
	answered_on VARCHAR,
	place VARCHAR NOT NULL,
	channel VARCHAR NOT NULL,
	why VARCHAR NOT NULL,
	reason VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT fk_recruit_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE SET NULL,
	CONSTRAINT fk_recruit_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE SET NULL,
	CONSTRAINT uq_recruit_uid UNIQUE (uid)
);
CREATE INDEX ix_recruit_organisation_id ON recruit (organisation_id);
CREATE INDEX ix_recruit_participant_id ON recruit (participant_id);
CREATE TABLE approval (
	participant_id INTEGER NOT NULL,
	document_id INTEGER,
	what VARCHAR NOT NULL,
	text_sha VARCHAR,
	sent_on VARCHAR,
	due_on VARCHAR,
	answered_on VARCHAR,
	answer VARCHAR,
	note VARCHAR NOT NULL,
	created_at VARCHAR NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT fk_approval_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE,
	CONSTRAINT fk_approval_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE,
	CONSTRAINT uq_approval_uid UNIQUE (uid)
);
CREATE INDEX ix_approval_document_id ON approval (document_id);
CREATE INDEX ix_approval_participant_id ON approval (participant_id);
CREATE TABLE guide (
	name VARCHAR NOT NULL,
	used_from VARCHAR,
	note VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	created_at VARCHAR NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT uq_guide_uid UNIQUE (uid)
);
CREATE TABLE question (
	guide_id INTEGER NOT NULL,
	follows_id INTEGER,
	text VARCHAR NOT NULL,
	topic VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT fk_question_guide_id FOREIGN KEY(guide_id) REFERENCES guide (id) ON DELETE CASCADE,
	CONSTRAINT fk_question_follows_id FOREIGN KEY(follows_id) REFERENCES question (id) ON DELETE SET NULL,
	CONSTRAINT uq_question_uid UNIQUE (uid)
);
CREATE INDEX ix_question_follows_id ON question (follows_id);
CREATE INDEX ix_question_guide_id ON question (guide_id);
CREATE TABLE asking (
	question_id INTEGER NOT NULL,
	document_id INTEGER NOT NULL,
	state VARCHAR NOT NULL,
	origin VARCHAR NOT NULL,
	score DOUBLE,
	coder_id INTEGER,
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
	CONSTRAINT fk_asking_question_id FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE CASCADE,
	CONSTRAINT fk_asking_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE,
	CONSTRAINT fk_asking_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE SET NULL,
	CONSTRAINT uq_asking_uid UNIQUE (uid)
);
CREATE INDEX ix_asking_coder_id ON asking (coder_id);
CREATE INDEX ix_asking_document_id ON asking (document_id);
CREATE INDEX ix_asking_question_id ON asking (question_id);
CREATE TABLE disclosure (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	at VARCHAR NOT NULL,
	coder VARCHAR NOT NULL,
	path VARCHAR NOT NULL,
	uses VARCHAR NOT NULL,
	participants VARCHAR NOT NULL,
	why VARCHAR NOT NULL
);
ALTER TABLE document ADD COLUMN guide_id INTEGER CONSTRAINT fk_document_guide_id REFERENCES guide (id) ON DELETE SET NULL;
CREATE INDEX ix_document_guide_id ON document (guide_id);
ALTER TABLE attribute ADD COLUMN key VARCHAR;
ALTER TABLE attribute ADD COLUMN labels JSON;
ALTER TABLE attribute ADD COLUMN choices JSON;
ALTER TABLE attribute ADD COLUMN made_from_id INTEGER CONSTRAINT fk_attribute_made_from_id REFERENCES attribute (id) ON DELETE SET NULL;
CREATE INDEX ix_attribute_made_from_id ON attribute (made_from_id);
ALTER TABLE attribute ADD COLUMN recipe JSON;
ALTER TABLE attribute_value ADD COLUMN organisation_id INTEGER CONSTRAINT fk_attribute_value_organisation_id REFERENCES organisation (id) ON DELETE CASCADE;
CREATE INDEX ix_attribute_value_organisation_id ON attribute_value (organisation_id);
ALTER TABLE grouping ADD COLUMN rule JSON;
ALTER TABLE grouping ADD COLUMN note VARCHAR;
