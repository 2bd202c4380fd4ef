-- The roles and databases of a new cluster; the PostgreSQL image runs this once, as its superuser.
-- No role here is a superuser or may make roles or databases; passwords come from the environment.

\getenv owner_password SCHEIDSLIJN_OWNER_PASSWORD
\getenv app_password SCHEIDSLIJN_APP_PASSWORD
\getenv temporal_password TEMPORAL_DATABASE_PASSWORD

CREATE ROLE scheidslijn_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE scheidslijn_app LOGIN PASSWORD :'app_password';
CREATE ROLE temporal LOGIN PASSWORD :'temporal_password';

CREATE DATABASE scheidslijn OWNER scheidslijn_owner;
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;

REVOKE ALL ON DATABASE scheidslijn, temporal, temporal_visibility, postgres, template1 FROM PUBLIC;
GRANT CONNECT ON DATABASE scheidslijn TO scheidslijn_app;
