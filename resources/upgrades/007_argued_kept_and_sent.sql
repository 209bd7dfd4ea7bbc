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
