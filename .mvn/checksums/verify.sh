#!/bin/sh
# Compares what the build uses with .mvn/checksums/checksums.sha256; docs/DEPENDENCIES.md explains it.
#
#   verify.sh LIST REPOSITORY [FOLDER…]
#
# LIST        SHA-256 and path in the repository of each file, as sha256sum writes them
# REPOSITORY  the local Maven repository: each of its files that is listed must be unchanged
# FOLDER      jars to be run: each must be listed, except the project's own
# Exit: 0 all as listed, 1 a file differs or is not listed.
set -eu

list=$1
repository=$2
shift 2
wrong=

fail() {
    echo "[ERROR] $1" >&2
    wrong=yes
}

cd "$repository"
changed=$(sha256sum --check --quiet --ignore-missing "$list" 2>/dev/null | sed -n 's/: FAILED.*$//p')
for path in $changed; do
    fail "$repository/$path is not the file this project was reviewed with: its SHA-256 differs. Delete it and build again; if it stays, do not use it."
done

for folder; do
    for jar in "$folder"/*.jar; do
        case ${jar##*/} in
            '*.jar' | sipsleuth-*) continue ;;
        esac
        hash=$(sha256sum <"$jar")
        grep -q "^${hash%% *} " "$list" ||
            fail "$jar has no entry in $list: its SHA-256 is ${hash%% *}. After a change of dependencies on purpose, run .mvn/checksums/update.sh."
    done
done

[ -z "$wrong" ]
