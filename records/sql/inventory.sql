-- Everything in the schema that keeps the law, a line each, to be laid beside inventory.txt.
-- It holds for PostgreSQL 18, whose spelling of definitions it uses.

WITH ours AS (SELECT 'scheidslijn'::regnamespace AS schema)
SELECT regexp_replace(line, '\s+', ' ', 'g') FROM (
    SELECT format('table %s %s, owner %s, rights %s', c.relkind, c.relname, c.relowner::regrole, c.relacl) AS line
    FROM pg_class c, ours WHERE c.relnamespace = ours.schema AND c.relkind NOT IN ('i', 'I')
    UNION ALL
    SELECT format('column rights %s.%s %s', c.relname, a.attname, a.attacl)
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid, ours
    WHERE c.relnamespace = ours.schema AND a.attacl IS NOT NULL
    UNION ALL
    SELECT format('constraint %s.%s %s, validated %s, enforced %s',
                  k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid), k.convalidated, k.conenforced)
    FROM pg_constraint k, ours WHERE k.connamespace = ours.schema AND k.contype <> 'n'
    UNION ALL
    SELECT format('index %s', pg_get_indexdef(i.indexrelid))
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid, ours WHERE c.relnamespace = ours.schema
    UNION ALL
    SELECT format('trigger %s, enabled %s', pg_get_triggerdef(t.oid), t.tgenabled)
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid, ours
    WHERE c.relnamespace = ours.schema AND (NOT t.tgisinternal)
    UNION ALL
    SELECT format('key trigger of %s on %s switched off', k.conname, c.relname)
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_constraint k ON k.oid = t.tgconstraint, ours
    WHERE c.relnamespace = ours.schema AND t.tgisinternal AND t.tgenabled <> 'O'
    UNION ALL
    SELECT format('rule %s', pg_get_ruledef(r.oid))
    FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class, ours
    WHERE c.relnamespace = ours.schema AND r.rulename <> '_RETURN'
    UNION ALL
    SELECT format('policy %s on %s', p.polname, c.relname)
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid, ours WHERE c.relnamespace = ours.schema
    UNION ALL
    SELECT format('view %s %s', c.relname, encode(sha256(pg_get_viewdef(c.oid)::bytea), 'hex'))
    FROM pg_class c, ours WHERE c.relnamespace = ours.schema AND c.relkind = 'v'
    UNION ALL
    SELECT format('function %s, owner %s, rights %s, %s', p.oid::regprocedure, p.proowner::regrole, p.proacl,
                  encode(sha256(convert_to(pg_get_functiondef(p.oid), 'UTF8')), 'hex'))
    FROM pg_proc p, ours WHERE p.pronamespace = ours.schema
    UNION ALL
    SELECT format('schema %s, owner %s, rights %s', n.nspname, n.nspowner::regrole, n.nspacl)
    FROM pg_namespace n, ours WHERE n.oid = ours.schema
    UNION ALL
    SELECT format('%s may %s in this database', r.rolname, may)
    FROM pg_roles r, unnest(ARRAY['CREATE', 'TEMP']) AS may
    WHERE r.rolname = 'scheidslijn_app' AND has_database_privilege(r.oid, current_database(), may)
    UNION ALL
    SELECT format('%s may create in schema %s', r.rolname, n.nspname)
    FROM pg_roles r, pg_namespace n
    WHERE r.rolname = 'scheidslijn_app' AND has_schema_privilege(r.oid, n.oid, 'CREATE')
    UNION ALL
    SELECT format('%s superuser %s, createdb %s, createrole %s, replication %s, bypass %s',
                  r.rolname, r.rolsuper, r.rolcreatedb, r.rolcreaterole, r.rolreplication, r.rolbypassrls)
    FROM pg_roles r WHERE r.rolname = 'scheidslijn_app'
    UNION ALL
    SELECT format('scheidslijn_app is a member of %s', m.roleid::regrole)
    FROM pg_auth_members m WHERE m.member = 'scheidslijn_app'::regrole
) AS everything
ORDER BY line COLLATE "C"
