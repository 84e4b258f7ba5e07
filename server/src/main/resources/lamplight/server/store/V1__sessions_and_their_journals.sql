-- One row a session: what is listed of it while it is not in memory.
CREATE TABLE sessions (
  code    VARCHAR(64) NOT NULL PRIMARY KEY,
  summary TEXT        NOT NULL
);

-- The journal. Nobody can write a number that somebody has written.
CREATE TABLE records (
  session  VARCHAR(64) NOT NULL,
  sequence BIGINT      NOT NULL,
  body     TEXT        NOT NULL,
  PRIMARY KEY (session, sequence)
);

-- A record that puts everything, deflated.
CREATE TABLE snapshots (
  session  VARCHAR(64) NOT NULL,
  sequence BIGINT      NOT NULL,
  body     ${bytes}    NOT NULL,
  PRIMARY KEY (session, sequence)
);
