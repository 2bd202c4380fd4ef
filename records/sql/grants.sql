-- What the application may do: call append and what seals, and read everything except the table beneath child_state.
-- Taken away first and given after, so that a right too many does not survive an upgrade.

DO $block$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC, scheidslijn_app', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO scheidslijn_app', current_database());
END
$block$;

REVOKE ALL ON SCHEMA scheidslijn FROM PUBLIC, scheidslijn_app;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA scheidslijn FROM PUBLIC, scheidslijn_app;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA scheidslijn FROM PUBLIC, scheidslijn_app;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA scheidslijn FROM PUBLIC, scheidslijn_app;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

GRANT USAGE ON SCHEMA scheidslijn TO scheidslijn_app;
GRANT SELECT ON
    scheidslijn.legal_edition, scheidslijn.legal_state, scheidslijn.legal_transition,
    scheidslijn.case_head, scheidslijn.command, scheidslijn.entry, scheidslijn.outbox,
    scheidslijn.consent, scheidslijn.court_order, scheidslijn.open_term, scheidslijn.work_item, scheidslijn.notice,
    scheidslijn.access, scheidslijn.sealed_leaf, scheidslijn.tree_node, scheidslijn.checkpoint, scheidslijn.attestation,
    scheidslijn.archived_history,
    scheidslijn.child_state
TO scheidslijn_app;
GRANT EXECUTE ON FUNCTION scheidslijn.append(jsonb) TO scheidslijn_app;
GRANT EXECUTE ON FUNCTION scheidslijn.child_state_at(timestamptz) TO scheidslijn_app;
GRANT EXECUTE ON FUNCTION scheidslijn.access_append(jsonb) TO scheidslijn_app;
GRANT EXECUTE ON FUNCTION scheidslijn.seal_leaves(integer) TO scheidslijn_app;
GRANT EXECUTE ON FUNCTION scheidslijn.store_checkpoint(jsonb) TO scheidslijn_app;
GRANT EXECUTE ON FUNCTION scheidslijn.attest(bigint, text, text, bytea) TO scheidslijn_app;
GRANT EXECUTE ON FUNCTION scheidslijn.archive_history(jsonb, bytea) TO scheidslijn_app;
