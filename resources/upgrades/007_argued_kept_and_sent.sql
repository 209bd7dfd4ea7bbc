-- What is claimed and what bears on it, what is written of cells, and what was sent to a journal.
-- What is to be made of a study, kept by name.
CREATE TABLE recipe (
	name VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	CONSTRAINT uq_recipe_uid UNIQUE (uid)
);
