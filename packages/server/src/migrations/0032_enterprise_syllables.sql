-- The name's pinyin, a capital at every syllable: an enterprise is found by initials or pinyin anywhere in its name. Rows
-- of an earlier release are filled by the program, which knows pinyin.
alter table enterprise add column name_syllables text;
