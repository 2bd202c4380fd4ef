-- What follows from an entry, written in the same transaction and by nobody else.

-- Orders and consents: by id, for this entry's child. An id keeps its meaning: what it is may not change,
-- only its period (and the GI that carries an order out).
CREATE OR REPLACE FUNCTION scheidslijn.project_grounds(e scheidslijn.entry, effects jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = scheidslijn, pg_temp
AS $function$
DECLARE
    written bigint;
BEGIN
    IF effects ? 'orders' THEN
        INSERT INTO court_order AS known
            (case_id, child_id, order_id, kind, compulsory, gi, valid_from, valid_until, seq)
        SELECT e.case_id, e.child_id, o.id, o.kind, o.compulsory, o.gi, o.valid_from, o.valid_until, e.seq
        FROM jsonb_to_recordset(effects->'orders') AS o (
            id text, kind text, compulsory boolean, gi text, valid_from timestamptz, valid_until timestamptz)
        ON CONFLICT (case_id, child_id, order_id) DO UPDATE
        SET gi = excluded.gi, valid_from = excluded.valid_from, valid_until = excluded.valid_until, seq = excluded.seq
        WHERE known.kind = excluded.kind AND known.compulsory = excluded.compulsory;
        GET DIAGNOSTICS written = ROW_COUNT;
        IF written <> jsonb_array_length(effects->'orders') THEN
            RAISE EXCEPTION USING ERRCODE = 'SL010', COLUMN = 'effects.orders',
                MESSAGE = 'an order id is given to another kind of order than it had';
        END IF;
    END IF;

    IF effects ? 'consents' THEN
        INSERT INTO consent AS known
            (case_id, child_id, consent_id, person_id, purpose, valid_from, valid_until, seq)
        SELECT e.case_id, e.child_id, c.id, c.person, c.purpose, c.valid_from, c.valid_until, e.seq
        FROM jsonb_to_recordset(effects->'consents') AS c (
            id text, person text, purpose text, valid_from timestamptz, valid_until timestamptz)
        ON CONFLICT (case_id, child_id, consent_id) DO UPDATE
        SET valid_from = excluded.valid_from, valid_until = excluded.valid_until, seq = excluded.seq
        WHERE known.person_id = excluded.person_id AND known.purpose = excluded.purpose;
        GET DIAGNOSTICS written = ROW_COUNT;
        IF written <> jsonb_array_length(effects->'consents') THEN
            RAISE EXCEPTION USING ERRCODE = 'SL010', COLUMN = 'effects.consents',
                MESSAGE = 'a consent id is given to another person or purpose than it had';
        END IF;
    END IF;
END
$function$;

-- Terms, tasks and notices. What an entry closes must be open, else the sender counts on something untrue.
CREATE OR REPLACE FUNCTION scheidslijn.project_lists(e scheidslijn.entry, effects jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = scheidslijn, pg_temp
AS $function$
DECLARE
    written bigint;
BEGIN
    IF effects ? 'terms_closed' THEN
        UPDATE open_term AS term SET outcome = closed.outcome, closed_seq = e.seq
        FROM jsonb_to_recordset(effects->'terms_closed') AS closed (id text, outcome text)
        WHERE term.case_id = e.case_id AND term.term_id = closed.id AND term.outcome IS NULL;
        GET DIAGNOSTICS written = ROW_COUNT;
        IF written <> jsonb_array_length(effects->'terms_closed') THEN
            RAISE EXCEPTION USING ERRCODE = 'SL010', COLUMN = 'effects.terms_closed',
                MESSAGE = 'a term is closed that does not run in this case';
        END IF;
    END IF;
    IF effects ? 'terms_opened' THEN
        INSERT INTO open_term (case_id, term_id, child_id, rule, kind, due, at, why, opened_seq)
        SELECT e.case_id, t.id, e.child_id, t.rule, t.kind, t.due, t.at, t.why, e.seq
        FROM jsonb_to_recordset(effects->'terms_opened') AS t (
            id text, rule text, kind text, due date, at timestamptz, why text)
        ON CONFLICT (case_id, term_id) DO UPDATE
        SET child_id = excluded.child_id, rule = excluded.rule, kind = excluded.kind, due = excluded.due,
            at = excluded.at, why = excluded.why, opened_seq = excluded.opened_seq,
            outcome = NULL, closed_seq = NULL;
    END IF;
    IF effects ? 'tasks_done' THEN
        UPDATE work_item AS task SET closed_seq = e.seq
        FROM jsonb_array_elements_text(effects->'tasks_done') AS done
        WHERE task.case_id = e.case_id AND task.item_id = done AND task.closed_seq IS NULL;
        GET DIAGNOSTICS written = ROW_COUNT;
        IF written <> jsonb_array_length(effects->'tasks_done') THEN
            RAISE EXCEPTION USING ERRCODE = 'SL010', COLUMN = 'effects.tasks_done',
                MESSAGE = 'a task is done that is not open in this case';
        END IF;
    END IF;
    IF effects ? 'tasks' THEN
        INSERT INTO work_item (case_id, item_id, child_id, code, role, text, opened_seq)
        SELECT e.case_id, t.id, e.child_id, t.code, t.role, t.text, e.seq
        FROM jsonb_to_recordset(effects->'tasks') AS t (id text, code text, role text, text text)
        ON CONFLICT (case_id, item_id) DO UPDATE
        SET child_id = excluded.child_id, code = excluded.code, role = excluded.role, text = excluded.text,
            opened_seq = excluded.opened_seq, closed_seq = NULL;
    END IF;
    IF effects ? 'notices_done' THEN
        UPDATE notice AS owed SET closed_seq = e.seq
        FROM jsonb_array_elements_text(effects->'notices_done') AS done
        WHERE owed.case_id = e.case_id AND owed.notice_id = done AND owed.closed_seq IS NULL;
        GET DIAGNOSTICS written = ROW_COUNT;
        IF written <> jsonb_array_length(effects->'notices_done') THEN
            RAISE EXCEPTION USING ERRCODE = 'SL010', COLUMN = 'effects.notices_done',
                MESSAGE = 'a notice is given that is not owed in this case';
        END IF;
    END IF;
    IF effects ? 'notices' THEN
        INSERT INTO notice (case_id, notice_id, child_id, recipient, code, opened_seq)
        SELECT e.case_id, n.id, e.child_id, n.recipient, n.code, e.seq
        FROM jsonb_to_recordset(effects->'notices') AS n (id text, recipient text, code text)
        ON CONFLICT (case_id, notice_id) DO UPDATE
        SET child_id = excluded.child_id, recipient = excluded.recipient, code = excluded.code,
            opened_seq = excluded.opened_seq, closed_seq = NULL;
    END IF;
END
$function$;

-- The move itself: from where the child stands, to where its title carries it.
CREATE OR REPLACE FUNCTION scheidslijn.project_move(e scheidslijn.entry, title jsonb, ahead jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = scheidslijn, pg_temp
AS $function$
DECLARE
    known text;
BEGIN
    IF e.from_state IN ('none', 'closed') THEN
        -- Two cases may open the same child at the same moment; the second waits here and then sees the first.
        PERFORM pg_advisory_xact_lock(hashtextextended('scheidslijn/child/' || e.child_id, 0));
        IF EXISTS (SELECT FROM child_position
                   WHERE child_id = e.child_id AND case_id <> e.case_id AND state <> 'closed') THEN
            RAISE EXCEPTION USING ERRCODE = 'SL006', COLUMN = 'child_id',
                MESSAGE = 'this child is open in another case, and a child has one open case';
        END IF;
    END IF;

    SELECT state INTO known FROM child_position WHERE case_id = e.case_id AND child_id = e.child_id;
    IF e.from_state <> coalesce(known, 'none') THEN
        RAISE EXCEPTION USING ERRCODE = 'SL005', COLUMN = 'from_state',
            MESSAGE = format('the child does not stand in %s but in %s', e.from_state, coalesce(known, 'none'));
    END IF;
    PERFORM title_check(e.case_id, e.child_id, e.to_state, e.framework_after, title, e.effective_at);

    IF known IS NULL THEN
        INSERT INTO child_position (case_id, child_id, state, edition, since, title, ahead, seq)
        VALUES (e.case_id, e.child_id, e.to_state, e.edition, e.effective_at, title, ahead, e.seq);
    ELSE
        UPDATE child_position
        SET state = e.to_state, edition = e.edition, since = e.effective_at, title = project_move.title,
            ahead = project_move.ahead, seq = e.seq
        WHERE case_id = e.case_id AND child_id = e.child_id;
    END IF;
END
$function$;

-- What is ahead of a child if nobody does anything: the same law holds for it as for a move made now.
CREATE OR REPLACE FUNCTION scheidslijn.ahead_check(e scheidslijn.entry, ahead jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = scheidslijn, pg_temp
AS $function$
DECLARE
    item record;
    stands text;
    reached timestamptz;
BEGIN
    SELECT p.state, p.since INTO stands, reached
    FROM child_position p WHERE p.case_id = e.case_id AND p.child_id = e.child_id;
    FOR item IN
        SELECT a.at, a."to" AS target, a.title, s.framework
        FROM ROWS FROM (jsonb_to_recordset(ahead) AS (at timestamptz, "to" text, title jsonb))
            WITH ORDINALITY AS a (at, "to", title, place)
        LEFT JOIN legal_state s ON s.edition = e.edition AND s.state = a."to"
        ORDER BY a.place
    LOOP
        IF item.at IS NULL OR item.at < reached THEN
            RAISE EXCEPTION USING ERRCODE = 'SL005', COLUMN = 'effects.ahead',
                MESSAGE = 'what is ahead of a child lies after the state before it, in order of time';
        END IF;
        IF item.framework IS NULL OR NOT EXISTS (
            SELECT FROM legal_transition t
            WHERE t.edition = e.edition AND t.from_state = stands AND t.to_state = item.target)
            -- What happens by itself after the law has changed happens by the law of then.
            AND NOT EXISTS (
                SELECT FROM legal_edition own
                JOIN legal_edition later ON later.begins_at > own.begins_at AND later.begins_at <= item.at
                JOIN legal_transition t ON t.edition = later.edition
                WHERE own.edition = e.edition AND t.from_state = stands AND t.to_state = item.target)
        THEN
            RAISE EXCEPTION USING ERRCODE = 'SL005', COLUMN = 'effects.ahead',
                MESSAGE = format('edition %s has no move from %s to %s', e.edition, stands, item.target);
        END IF;
        PERFORM title_check(e.case_id, e.child_id, item.target, item.framework, item.title, item.at);
        stands := item.target;
        reached := item.at;
    END LOOP;
END
$function$;

CREATE OR REPLACE FUNCTION scheidslijn.entry_project() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = scheidslijn, pg_temp
AS $function$
DECLARE
    b jsonb := convert_from(NEW.body, 'UTF8')::jsonb;
    effects jsonb := b->'effects';
    coming jsonb := effects->'ahead';
BEGIN
    UPDATE case_head
    SET seq = NEW.seq, hash = NEW.hash,
        opened_at = coalesce(opened_at, NEW.recorded_at),
        last_recorded_at = greatest(last_recorded_at, NEW.recorded_at)
    WHERE case_id = NEW.case_id AND seq = NEW.seq - 1;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'SL004', COLUMN = 'seq',
            MESSAGE = format('another entry %s came first', NEW.seq);
    END IF;

    IF NEW.child_id IS NULL AND effects ?| ARRAY['orders', 'consents', 'ahead'] THEN
        RAISE EXCEPTION USING ERRCODE = 'SL010', COLUMN = 'effects',
            MESSAGE = 'orders, consents and what is ahead belong to a child, and this entry names none';
    END IF;
    IF effects ?| ARRAY['orders', 'consents'] THEN
        PERFORM project_grounds(NEW, effects);
        -- The ground under the child moved: command_complete looks at every position with a seq of its command.
        UPDATE child_position SET seq = NEW.seq WHERE case_id = NEW.case_id AND child_id = NEW.child_id;
    END IF;
    IF NEW.kind = 'transition' THEN
        -- A move replaces what was ahead: that belonged to the state the child has left.
        PERFORM project_move(NEW, b->'title', coalesce(coming, '[]'));
    ELSIF coming IS NOT NULL THEN
        -- The edition comes along: what is ahead was worked out under it, and is read under it.
        UPDATE child_position SET ahead = coming, edition = NEW.edition, seq = NEW.seq
        WHERE case_id = NEW.case_id AND child_id = NEW.child_id;
        IF NOT FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'SL010', COLUMN = 'effects.ahead',
                MESSAGE = 'nothing is ahead of a child that is not in this case';
        END IF;
    END IF;
    IF coming IS NOT NULL AND coming <> '[]' THEN
        PERFORM ahead_check(NEW, coming);
    END IF;
    IF effects ?| ARRAY['terms_opened', 'terms_closed', 'tasks', 'tasks_done', 'notices', 'notices_done'] THEN
        PERFORM project_lists(NEW, effects);
    END IF;
    RETURN NULL;
END
$function$;

CREATE OR REPLACE TRIGGER entry_project AFTER INSERT ON scheidslijn.entry
FOR EACH ROW EXECUTE FUNCTION scheidslijn.entry_project();
ALTER TABLE scheidslijn.entry ENABLE ALWAYS TRIGGER entry_project;
