# Read by the other scripts: what every command in this checkout needs around it.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export DJANGO_SETTINGS_MODULE=config.settings PYTHONPATH="$root"
# With no settings file and no secret key this is somebody looking round: made-up people only. An office with
# real people has either, and is never taken for a demonstration.
if [ ! -e "$root/putright.env" ] && [ -z "${PUTRIGHT_SECRET_KEY:-}" ]; then
    export PUTRIGHT_MODE="${PUTRIGHT_MODE:-demonstration}"
fi
# Compiled Python is kept beside its source (git ignores it): without, each of the many processes that a start or a test run
# makes would compile all of it again.
unset PYTHONDONTWRITEBYTECODE
