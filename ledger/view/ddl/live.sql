-- A model that is caught up with now and then: the log is the truth, so a lost tail is no loss.
PRAGMA journal_mode=WAL;
PRAGMA synchronous=NORMAL;
