-- The tables are as they were. From here on a record says a line once that several players were told,
-- which a Lamplight that knows only version 1 would take for damage: so it does not start.
SELECT 1;
