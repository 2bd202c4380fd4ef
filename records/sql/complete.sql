-- When a command is complete, at commit: all its entries are there, and what they leave behind is lawful.
-- Only then, because a command may first end a consent and then, in its next entry, move the child.

CREATE OR REPLACE FUNCTION scheidslijn.command_complete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = scheidslijn, pg_temp
AS $function$
DECLARE
    uncovered record;
BEGIN
    IF (SELECT count(*) FROM entry e
        WHERE e.case_id = NEW.case_id AND e.seq BETWEEN NEW.first_seq AND NEW.last_seq
            AND e.command_id = NEW.command_id) <> NEW.last_seq - NEW.first_seq + 1
    THEN
        RAISE EXCEPTION USING ERRCODE = 'SL004', COLUMN = 'last_seq',
            MESSAGE = 'the entries of this command are not all there';
    END IF;

    -- Most commands leave every child where it stands, on the ground on which it stands.
    IF NOT EXISTS (SELECT FROM child_position p WHERE p.case_id = NEW.case_id AND p.seq >= NEW.first_seq) THEN
        RETURN NULL;
    END IF;
    -- Nobody keeps power, and no help runs on, past what carries it: each state a child is in or will be in
    -- is covered from the moment it is reached (the past is done) until the next one.
    SELECT stretch.state, stretch.since INTO uncovered
    FROM child_position p
    JOIN case_head h ON h.case_id = p.case_id
    CROSS JOIN LATERAL (
        SELECT a.state, a.title, greatest(a.at, h.last_recorded_at) AS since, lead(a.at) OVER (ORDER BY a.place) AS until
        FROM (
            SELECT p.state, p.title, p.since AS at, 0 AS place
            UNION ALL
            SELECT n."to", n.title, n.at, n.place
            FROM ROWS FROM (jsonb_to_recordset(p.ahead) AS ("to" text, title jsonb, at timestamptz))
                WITH ORDINALITY AS n ("to", title, at, place)
        ) AS a
    ) AS stretch
    JOIN legal_state s ON s.edition = p.edition AND s.state = stretch.state
    WHERE p.case_id = NEW.case_id AND p.seq >= NEW.first_seq
        AND (stretch.until IS NULL OR stretch.since < stretch.until)
        AND rests_on(s.state, s.framework) IS NOT NULL
        AND NOT stays_covered(p.case_id, p.child_id, rests_on(s.state, s.framework), stretch.title,
                              stretch.since, stretch.until)
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = CASE WHEN uncovered.state LIKE 'court%' THEN 'SL008' ELSE 'SL009' END,
            COLUMN = 'effects.ahead',
            MESSAGE = format('%s from %s outlives the orders or consents that carry it: say in effects.ahead what comes then',
                             uncovered.state, moment_text(uncovered.since));
    END IF;
    RETURN NULL;
END
$function$;

DROP TRIGGER IF EXISTS command_complete ON scheidslijn.command;
CREATE CONSTRAINT TRIGGER command_complete AFTER INSERT ON scheidslijn.command
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION scheidslijn.command_complete();
ALTER TABLE scheidslijn.command ENABLE ALWAYS TRIGGER command_complete;
