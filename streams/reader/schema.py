"""The tables of the reader's database.

- `entries`: one row a line of a timeline, keyed as its record is, with the record's own bytes; `actor` is
  whose it is today; `leader` and `reason` say which line it is a variant of, and how it differs. A line that stands
  under several ids of its actor leads its own doubles, without a reason. `settled` is when the last of its evidence was
  recorded or taken back, in milliseconds: as of any later instant the line is what it is now. `since` is when the first
  was recorded: before, there was no such line.
- `forms`, `marks`, `links`: what lines are compared by, what brings them together, and which resemble each other.
- `evidence`: which articles vouch for a line, or did, and until when.
- `lineage`: which article is a copy of which.
- `names`: the names that lines give an actor, as they are compared too, with how many lines of each sort use them.
- `aliases`: ids that actors had before the lexicon knew their names, and whose they are; it follows from the lexicon.
- `words`: the full-text index over folded words.
- `offsets`: how far each partition has been read; written in the same transaction as what was read.
- `unread`: records that could not be decoded and were passed over.

Nothing here is a source: the file can be deleted at any time and is filled again from the topics.
"""

#: "MSND": tells our files from other programs' SQLite databases.
APPLICATION_ID = 0x4D534E44
#: Raised whenever the tables or what is written into them change; a file of another version is refused.
VERSION = 6
#: Stands for "not taken back": after every instant, in milliseconds.
FOREVER = 2**62

TABLES = f"""
CREATE TABLE entries (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    actor TEXT NOT NULL,
    name TEXT NOT NULL,
    sort TEXT NOT NULL,
    live INTEGER NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    place TEXT NOT NULL,
    since INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    value BLOB NOT NULL,
    leader INTEGER,
    reason TEXT
);
CREATE INDEX entries_by_place ON entries (actor, live, sort, place, settled);
CREATE INDEX entries_by_reach ON entries (actor, live, sort, place, last) WHERE last > first;
CREATE INDEX entries_by_leader ON entries (leader) WHERE leader IS NOT NULL;
CREATE INDEX entries_by_change ON entries (actor, settled, since);
CREATE INDEX entries_doubled ON entries (actor) WHERE leader IS NOT NULL AND reason IS NULL;
CREATE TABLE forms (
    entry INTEGER PRIMARY KEY,
    line INTEGER NOT NULL,
    value BLOB NOT NULL
);
CREATE INDEX forms_by_line ON forms (line);
CREATE TABLE marks (
    period INTEGER NOT NULL,
    mark INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    PRIMARY KEY (period, mark, entry)
) WITHOUT ROWID;
CREATE TABLE links (
    one INTEGER NOT NULL,
    other INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE TABLE evidence (
    entry INTEGER NOT NULL,
    article TEXT NOT NULL,
    until INTEGER NOT NULL
);
CREATE INDEX evidence_by_entry ON evidence (entry);
CREATE INDEX evidence_by_article ON evidence (article) WHERE until = {FOREVER};
CREATE TABLE lineage (
    article TEXT PRIMARY KEY,
    uri TEXT NOT NULL,
    original TEXT NOT NULL,
    original_uri TEXT NOT NULL,
    relation TEXT NOT NULL,
    similarity REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE names (
    actor TEXT NOT NULL,
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    statements INTEGER NOT NULL,
    events INTEGER NOT NULL,
    about INTEGER NOT NULL,
    retracted INTEGER NOT NULL,
    PRIMARY KEY (actor, name)
) WITHOUT ROWID;
CREATE INDEX names_by_key ON names (key);
CREATE TABLE aliases (
    unknown TEXT PRIMARY KEY,
    known TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX aliases_by_known ON aliases (known);
CREATE VIRTUAL TABLE words USING fts5 (text, name, tokenize = "unicode61 remove_diacritics 0");
CREATE TABLE offsets (
    topic TEXT NOT NULL,
    partition INTEGER NOT NULL,
    next INTEGER NOT NULL,
    PRIMARY KEY (topic, partition)
) WITHOUT ROWID;
CREATE TABLE unread (
    topic TEXT NOT NULL,
    partition INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (topic, partition, offset)
) WITHOUT ROWID;
CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
"""

#: Everything that was read from the topics, for starting over.
CONTENTS = ("entries", "forms", "marks", "links", "evidence", "lineage", "names", "words", "offsets", "unread", "facts")
