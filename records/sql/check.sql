-- An entry is compared with what was hashed, and with what the case already knows, before it is stored.
-- The columns of an entry are what triggers, keys and queries rely on; the body is what is hashed and
-- what an auditor reads. They may never say different things.

CREATE OR REPLACE FUNCTION scheidslijn.moment_text(moment timestamptz) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- Which column says something else than the body? Slow, so it is asked only when the answer is "some".
CREATE OR REPLACE FUNCTION scheidslijn.differing_column(e scheidslijn.entry, b jsonb) RETURNS text
LANGUAGE sql STABLE
RETURN (
    SELECT string_agg(name, ', ') FROM (VALUES
        ('case_id', e.case_id, b->>'case'),
        ('seq', e.seq::text, b->>'seq'),
        ('kind', e.kind, b->>'kind'),
        ('event', e.event, b->>'event'),
        ('child_id', e.child_id, b->>'child'),
        ('command_id', e.command_id, b->>'command'),
        ('actor_id', e.actor_id, b->'actor'->>'id'),
        ('actor_role', e.actor_role, b->'actor'->>'role'),
        ('actor_organisation', e.actor_organisation, b->'actor'->>'organisation'),
        ('actor_under', e.actor_under, b->'actor'->>'under'),
        ('effective_at', moment_text(e.effective_at), b->>'effective_at'),
        ('recorded_at', moment_text(e.recorded_at), b->>'recorded_at'),
        ('move', e.move, b->>'move'),
        ('from_state', e.from_state, b->>'from'),
        ('to_state', e.to_state, b->>'to'),
        ('framework_before', e.framework_before, b->>'framework_before'),
        ('framework_after', e.framework_after, b->>'framework_after'),
        ('rules', to_jsonb(e.rules)::text, (b->'rules')::text),
        ('edition', e.edition, b->>'edition'),
        ('edition_digest', e.edition_digest, b->>'edition_digest'),
        ('workflow_id', e.workflow_id, b->>'workflow'),
        ('run_id', e.run_id, b->>'run'),
        ('build_id', e.build_id, b->>'build')
    ) AS pair (name, in_column, in_body)
    WHERE in_column IS DISTINCT FROM in_body
);

CREATE OR REPLACE FUNCTION scheidslijn.entry_check() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = scheidslijn, pg_temp
AS $function$
DECLARE
    body_text text := convert_from(NEW.body, 'UTF8');
    b jsonb;
    known record;
BEGIN
    -- Two readers of one body must read the same: no key twice (parsers keep another one of the two),
    -- no key that version 1 does not have, keys in canonical order. What PostgreSQL cannot check
    -- cheaply (white space, forms of numbers), records.chain.verify does.
    IF body_text IS NOT JSON OBJECT WITH UNIQUE KEYS THEN
        RAISE EXCEPTION USING ERRCODE = 'SL002', COLUMN = 'body',
            MESSAGE = 'the body is not a JSON object, or has a key twice';
    END IF;
    IF array(SELECT json_object_keys(body_text::json)) <> ARRAY[
        'actor', 'build', 'case', 'child', 'command', 'detail', 'edition', 'edition_digest',
        'effective_at', 'effects', 'event', 'facts', 'framework_after', 'framework_before', 'from',
        'kind', 'move', 'recorded_at', 'rules', 'run', 'seq', 'title', 'to', 'v', 'workflow']
    THEN
        RAISE EXCEPTION USING ERRCODE = 'SL002', COLUMN = 'body',
            MESSAGE = 'the body has not exactly the keys of an entry of version 1, in canonical order';
    END IF;
    b := body_text::jsonb;
    IF b->'v' <> '1' OR jsonb_typeof(b->'seq') <> 'number' OR jsonb_typeof(b->'rules') <> 'array'
        OR jsonb_typeof(b->'effects') <> 'object' OR jsonb_typeof(b->'actor') <> 'object'
    THEN
        RAISE EXCEPTION USING ERRCODE = 'SL002', COLUMN = 'body',
            MESSAGE = 'the body is not an entry of version 1: v, seq, rules, effects or actor has another type';
    END IF;

    IF ROW(NEW.case_id, NEW.seq::text, NEW.kind, NEW.event, NEW.child_id, NEW.command_id,
           NEW.actor_id, NEW.actor_role, NEW.actor_organisation, NEW.actor_under,
           moment_text(NEW.effective_at), moment_text(NEW.recorded_at),
           NEW.move, NEW.from_state, NEW.to_state, NEW.framework_before, NEW.framework_after,
           to_jsonb(NEW.rules), NEW.edition, NEW.edition_digest,
           NEW.workflow_id, NEW.run_id, NEW.build_id)
        IS DISTINCT FROM
       ROW(b->>'case', b->>'seq', b->>'kind', b->>'event', b->>'child', b->>'command',
           b->'actor'->>'id', b->'actor'->>'role', b->'actor'->>'organisation', b->'actor'->>'under',
           b->>'effective_at', b->>'recorded_at',
           b->>'move', b->>'from', b->>'to', b->>'framework_before', b->>'framework_after',
           b->'rules', b->>'edition', b->>'edition_digest',
           b->>'workflow', b->>'run', b->>'build')
    THEN
        RAISE EXCEPTION USING ERRCODE = 'SL003', COLUMN = differing_column(NEW, b),
            MESSAGE = 'columns differ from the hashed body: ' || differing_column(NEW, b);
    END IF;

    SELECT h.seq, h.hash, h.exercise, c.first_seq, c.last_seq, d.digest, d.begins_at, s.framework AS before, t.framework AS after
    INTO known
    FROM case_head h
    LEFT JOIN command c ON c.case_id = NEW.case_id AND c.command_id = NEW.command_id
    LEFT JOIN legal_edition d ON d.edition = NEW.edition
    LEFT JOIN legal_state s ON s.edition = NEW.edition AND s.state = NEW.from_state
    LEFT JOIN legal_state t ON t.edition = NEW.edition AND t.state = NEW.to_state
    WHERE h.case_id = NEW.case_id;

    IF known.seq IS NULL OR NEW.seq <> known.seq + 1 THEN
        RAISE EXCEPTION USING ERRCODE = 'SL004', COLUMN = 'seq',
            MESSAGE = format('entry %s does not follow the head of its case, which is %s',
                             NEW.seq, coalesce(known.seq::text, 'unknown'));
    END IF;
    IF NEW.prev_hash <> known.hash THEN
        RAISE EXCEPTION USING ERRCODE = 'SL004', COLUMN = 'prev_hash',
            MESSAGE = format('entry %s does not carry the hash of entry %s', NEW.seq, known.seq);
    END IF;
    IF known.first_seq IS NULL OR NEW.seq NOT BETWEEN known.first_seq AND known.last_seq THEN
        RAISE EXCEPTION USING ERRCODE = 'SL004', COLUMN = 'command_id',
            MESSAGE = format('entry %s does not belong to the command that it names', NEW.seq);
    END IF;
    IF known.digest IS DISTINCT FROM NEW.edition_digest THEN
        RAISE EXCEPTION USING ERRCODE = 'SL007', COLUMN = 'edition_digest',
            MESSAGE = format('edition %s is not published, or not with this digest', NEW.edition);
    END IF;
    -- Rules to come decide nothing today. The first edition also counts before its own first day.
    IF known.begins_at > NEW.effective_at
        AND EXISTS (SELECT FROM legal_edition other WHERE other.begins_at <= NEW.effective_at)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'SL007', COLUMN = 'edition',
            MESSAGE = format('edition %s does not count yet at %s', NEW.edition, moment_text(NEW.effective_at));
    END IF;
    IF ROW(NEW.framework_before, NEW.framework_after) IS DISTINCT FROM ROW(known.before, known.after) THEN
        RAISE EXCEPTION USING ERRCODE = 'SL007', COLUMN = 'framework_after',
            MESSAGE = 'the frameworks of an entry are those of its states in its edition, nothing else';
    END IF;
    -- Positions are read by the later of two clocks, so a clock set ahead would end powers or hide that they ended.
    IF NOT known.exercise AND NEW.recorded_at > clock_timestamp() + interval '5 minutes' THEN
        RAISE EXCEPTION USING ERRCODE = 'SL014', COLUMN = 'recorded_at',
            MESSAGE = format('recorded at %s is later than it is here: only in an exercise the clock runs ahead',
                             moment_text(NEW.recorded_at));
    END IF;
    IF NEW.kind = 'transition' AND NEW.effective_at > NEW.recorded_at THEN
        RAISE EXCEPTION USING ERRCODE = 'SL005', COLUMN = 'effective_at',
            MESSAGE = 'a transition cannot take effect after it is recorded: what is still to come belongs in effects.ahead';
    END IF;
    RETURN NEW;
END
$function$;

CREATE OR REPLACE TRIGGER entry_check BEFORE INSERT ON scheidslijn.entry
FOR EACH ROW EXECUTE FUNCTION scheidslijn.entry_check();
ALTER TABLE scheidslijn.entry ENABLE ALWAYS TRIGGER entry_check;
