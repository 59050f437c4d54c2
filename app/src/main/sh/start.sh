# How a built program is started: read by ../../../../sipsleuth, and by the launcher of a package. Both have read place.sh and
# options.sh before, and know $jdk.

say() { printf 'sipsleuth: %s\n' "$*" >&2; }

sudo_if_needed() { [ "$(id -u)" = 0 ] || printf 'sudo '; }

wants_help() { # whether an option asks for help
    for argument; do
        case $argument in
            -h | --help) return 0 ;;
        esac
    done
    return 1
}

is_window() { # no subcommand: nothing but options and files
    for argument; do
        case $argument in
            - | -h | --help | -V | --version) return 1 ;; # standard input is read by commands only
            -*) ;;
            *)
                if find_start "$argument"; then [ "$start" = window ]; else [ -e "$argument" ]; fi
                return
                ;;
        esac
    done
}

set_locale() { # without a locale Java cannot open files whose names go beyond ASCII
    encoding=
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
        C | POSIX)
            export LC_ALL=C.UTF-8
            encoding='-Dstdout.encoding=US-ASCII -Dstderr.encoding=US-ASCII'
            ;;
    esac
}

use_cache() { # sets cache: the option of the JVM for one that exists, or for making them all when the program is at rest
    if [ -f "$caches/$1" ]; then
        cache=-XX:AOTCache=$caches/$1
    elif [ -z "$caches" ] || [ -f "$caches/$trained" ]; then
        cache=-Dsipsleuth.at-rest= # it could not be made
    else
        cache=-Dsipsleuth.at-rest=$scripts/train.sh
    fi
}

run_program() { # the arguments of the user; find_start has set start
    set_class_path "$start"
    set_locale
    if [ -t 1 ] && [ -z "${COLUMNS:-}" ]; then
        COLUMNS=$(stty size <&1 2>/dev/null | cut -d ' ' -f 2) && export COLUMNS
    fi
    if is_window "$@"; then
        set -f
        set -- ${modules:+--module-path "$modules"} -cp "$class_path" ${SIPSLEUTH_OPTS:-} org.sipsleuth.app.Main "$@"
        use_cache "$window_cache"
        options=$window_options
    else
        name=$command_cache
        options=$cli_options
        case $start in
            reading) options="$options $reading_options" ;;
            simulating) options="$options $simulating_options" ;;
            analysis) name=$analysis_cache ;;
        esac
        set -f
        set -- -cp "$class_path" ${SIPSLEUTH_OPTS:-} org.sipsleuth.app.Main "$@"
        use_cache "$name"
    fi
    faults=${TMPDIR:-/tmp} # never the working folder: what the JVM writes when it dies names the captures
    [ -z "$caches" ] || ! [ -d "$caches" ] || faults=$caches
    exec "$jdk/bin/java" $encoding $options "$cache" "-XX:ErrorFile=$faults/hs_err_sipsleuth_%p.log" "-Dsipsleuth.training=$run/training" \
        ${natives:+"-Djava.library.path=$natives" $native_options} "$@"
}
