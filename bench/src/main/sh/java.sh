# How the scripts in ../../.., which read this file, build and start what they measure.

home=$(readlink -f "$(dirname "${BASH_SOURCE[0]}")/../../../..")
bench=$home/bench
captures=$bench/target/captures

say() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; }

find_jdk() { # sets JAVA_HOME
    local folder candidate
    for folder in ${SIPSLEUTH_JDK_FOLDERS:-/usr/lib/jvm /opt}; do
        for candidate in "${JAVA_HOME:-}" "$folder"/*; do
            if grep -qs '^JAVA_VERSION="25[^0-9]' "$candidate/release" && [[ -x $candidate/bin/javac ]]; then
                export JAVA_HOME=$candidate
                return
            fi
        done
    done
    say 'JDK 25 is missing; ./sipsleuth doctor shows how to get it'
    exit 1
}

build() {
    find_jdk
    say 'building'
    (cd "$home" && MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow" \
        mvn -q -B -Pbench -pl bench -am package -DskipTests >&2)
}

run_java() { # JVM options, class, arguments
    local jars=("$bench"/target/sipsleuth-bench-*.jar)
    "$JAVA_HOME/bin/java" -cp "${jars[0]}:$bench/target/run/*" -Dbench.captures="$captures" "$@"
}
