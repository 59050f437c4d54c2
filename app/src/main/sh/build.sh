# How ../../../../sipsleuth, which reads this file, builds and tests.

. "$scripts/lock.sh"

take_lock() {
    mkdir -p "$target" || { say "cannot write to $target, where the build goes"; exit 1; }
    waiting=
    until try_lock; do
        [ -n "$waiting" ] || say 'another start is building; waiting for it'
        waiting=yes
        sleep 1
    done
}

set_build_facts() { # commit and its time: two builds of one commit are equal; without Git, or in another's checkout, none
    facts=
    [ -e "$home/.git" ] || return 0
    commit=$(git -C "$home" rev-parse --short=12 HEAD 2>/dev/null) || return 0
    changes=$(git -C "$home" status --porcelain 2>/dev/null) || return 0
    time=$(TZ=UTC git -C "$home" log -1 --format=%cd --date=format-local:%Y-%m-%dT%H:%M:%SZ 2>/dev/null) || return 0
    facts="-Dbuild.commit=$commit${changes:++changes} -Dbuild.time=$time"
}

run_maven() {
    cd "$home"
    set_build_facts
    JAVA_HOME=$jdk MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow" \
        exec "$maven" -B $facts "$@"
}

show_progress() { # until $job ends: a moving line on a terminal, a line per module on a pipe
    shown=
    seconds=0
    while kill -0 "$job" 2>/dev/null; do
        sleep 1
        seconds=$((seconds + 1))
        module=$(sed -n 's|^\[INFO\] Building \(.*[^ ]\)  *[^ ]\{1,\}  *\[\([0-9]*/[0-9]*\)\]$|\1 (\2)|p' "$log" | tail -n 1)
        if [ -t 2 ]; then
            fetched=$(grep -c 'Downloaded from' "$log" || :)
            printf '\rsipsleuth: building: %s, %s s, %s files fetched\033[K' "${module:-starting}" "$seconds" "$fetched" >&2
        elif [ "$module" != "$shown" ]; then
            shown=$module
            say "building: $module"
        fi
    done
    if [ -t 2 ]; then printf '\r\033[K' >&2; fi
}

tell_failure() { # the compiler's words, without Maven's advice; else the end of the log
    say 'the build failed:'
    words=$(grep -e '^\[ERROR\] ..*' -e '^\[WARNING\].*\.java:' "$log" | grep -v -e 'Help 1' -e '-e switch' \
        -e '-X switch' -e 'For more information' -e 'After correcting' -e 'mvn <args>' | head -n 20)
    if [ -n "$words" ]; then printf '%s\n' "$words" >&2; else tail -n 20 "$log" >&2; fi
    say "all of it: $log"
}

in_background() { # runs Maven and shows how far it is
    (run_maven "$@" >>"$log" 2>&1) &
    job=$!
    show_progress
    code=0
    wait "$job" || code=$?
    job=
    return "$code"
}

start_building() { # sentence
    say "$1"
    : >"$log"
    touch "$target/sipsleuth.begun"
}

release() {
    unlock
    trap - INT TERM HUP EXIT
}

build() {
    require_maven
    take_lock
    if is_stale; then
        if [ -d "$target/run" ]; then
            start_building 'the sources are newer than the build; building'
        else
            start_building 'building SipSleuth from its sources; the first time takes a few minutes and fetches libraries'
        fi
        rm -rf "$stamp" "$target/$trained" "$target"/*.aot "$target/run"
        in_background -Dstart -T 2 package || { tell_failure; exit 1; }
        renew_picocli
        "$jdk/bin/java" -XX:TieredStopAtLevel=1 -cp "$target/run/lib/*" org.sipsleuth.app.command.StartFunction >"$commands"
        mv "$target/sipsleuth.begun" "$stamp" # as old as the build's begin: what changes meanwhile is built next time
    fi
    release
}

build_evaluation() { # the module evaluate, of the build that exists
    require_maven
    take_lock
    if is_evaluation_stale; then
        start_building 'building the module evaluate, which takes about half a minute and is done once'
        rm -rf "$evaluation" "$home"/analysis/evaluate/target/start/*.jar
        in_background -Dstart=evaluate -T 2 -pl analysis/evaluate -am package || { tell_failure; exit 1; }
        mkdir -p "$evaluation"
        cp "$home"/analysis/evaluate/target/start/sipsleuth-evaluate-*.jar "$evaluation"
        mv "$target/sipsleuth.begun" "$evaluation/built"
    fi
    release
}

renew_picocli() { # as it comes, the caches take none of its classes; that costs each start, and no more
    for jar in "$target"/run/lib/picocli-*.jar; do
        "$jdk/bin/java" -cp "$jar" "$scripts/RenewClasses.java" "$jar" >>"$log" 2>&1 || :
    done
}

tell_tests() { # what Maven says, without its chatter, and the sum of all tests at the end
    run=0 failures=0 errors=0 skipped=0
    while IFS= read -r line; do
        case $line in
            *'Tests run: '*' -- in '*) printf '  %s\n' "${line#*] }" ;;
            *'] Tests run: '*)
                printf '%s\n' "${line#*] }"
                numbers=$(printf '%s' "$line" | tr -c '0-9\n' ' ')
                set -- $numbers
                run=$((run + $1)) failures=$((failures + $2)) errors=$((errors + $3)) skipped=$((skipped + $4)) ;;
            '[INFO] Building '*']') printf '%s\n' "${line#*] }" ;;
            '[INFO]'* | *'[INFO] Scanning for projects'* | '[WARNING] Overwriting '*) ;;
            *) printf '%s\n' "$line" ;;
        esac
    done
    echo "Tests run: $run, Failures: $failures, Errors: $errors, Skipped: $skipped"
}

run_tests() { # arguments after --all go to Maven
    case ${1:-} in
        -h | --help)
            echo 'Usage: ./sipsleuth test [--all] [MAVEN OPTION...]'
            echo 'Builds and runs the tests; the last line is their total. Exit: 0 if all passed.'
            echo '--all is for the night: it adds long runs of hostile input, looks at the window in every'
            echo 'state, theme and size, and writes screenshots to target/screenshots of app and views.'
            echo 'Example, one class of one module: ./sipsleuth test -pl analysis/reader -Dtest=SipParserTest'
            return
            ;;
    esac
    case ${1:-} in
        --all)
            shift
            set -- -Dtests.excluded=none -Dtests.screenshots=true "$@"
            ;;
    esac
    require_jdk
    require_maven
    take_lock
    failed=$target/sipsleuth.failed
    rm -f "$failed"
    # Two modules at a time: one works where the other waits for its window or its last test.
    { (run_maven --fail-at-end --no-transfer-progress -T 2 verify "$@") 2>&1 || echo $? >"$failed"; } |
        tee "$log" | tell_tests
    code=0
    if [ -f "$failed" ]; then code=$(cat "$failed"); fi
    if [ "$code" != 0 ]; then say "the tests failed; all of it: $log"; fi
    exit "$code"
}
