#!/bin/sh
# Writes checksums.sha256 anew, after a change of dependencies or plugins on purpose: fetches all that
# building, testing, formatting and the profiles need into an empty repository, comparing each file with the
# checksum beside it on the server, and lists the SHA-256 of what came. Review the difference before you commit it.
#
#   JAVA_HOME=… .mvn/checksums/update.sh     (Java 25, so that the formatter is fetched, too)
set -eu

here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
repository=$(mktemp -d)
trap 'rm -rf "$repository"' EXIT

maven() {
    mvn -B --no-transfer-progress --strict-checksums -Dmaven.repo.local="$repository" -Dchecksums.skip=true \
        -Daether.artifactResolver.postProcessor.trustedChecksums=false "$@"
}

maven verify -DskipTests -Dspotless.check.skip=true -P bench,jazzer
maven surefire:test jacoco:help -pl analysis/reader -Dtest=HeaderNameTest -P fuzz-coverage
maven dependency:tree -DoutputFile=/dev/null
maven formatter:validate spotless:check -pl analysis/reader || echo 'update.sh: not formatted, or no Java 25; the list goes on' >&2

cd "$repository"
find . -type f \( -name '*.jar' -o -name '*.pom' -o -name '*.zip' \) ! -path './org/sipsleuth/*' |
    LC_ALL=C sort | sed 's|^\./||' | xargs sha256sum >"$here/checksums.sha256"
wc -l <"$here/checksums.sha256"
