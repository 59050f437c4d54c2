# What is missing on this machine: the doctor of ../../../../sipsleuth, which reads this file.

maven_version() { # of $maven; empty if no Java runs it
    JAVA_HOME=${jdk:-${JAVA_HOME:-}} "$maven" -v 2>/dev/null |
        sed -n 's/.*Apache Maven \([0-9.]*[0-9]\).*/\1/p' | head -n 1
}

is_new_enough() { # a Maven version
    case $1 in
        '' | [012].* | 3.[0-7] | 3.[0-7].*) return 1 ;;
    esac
}

doctor_usage() {
    cat <<END
Usage: $command_name doctor [--tests] [--install] [--format text|csv|json|jsonl]
Says what is missing on this machine, and the command that installs it.

  --tests      only what building, testing and the command line need (no window)
  --install    run that command (apt-get, with sudo unless you are root)
  --format     text (default), csv, json or jsonl: item, needed_for, state, found, package

needed_for is "everything" (JDK, Maven, and text also without a display), "window", "display" or
"extras" (live capture, recording sample captures, the window without a display, the test that
runs YARA rules).
Exit: 0 nothing needed is missing, 1 something is, 2 wrong usage. The window's libraries count as
needed where there is a display; extras never do.
END
}

quoted() { # a value as csv and json want it
    case $format in
        csv) printf '"%s"' "$(printf %s "$1" | sed 's/"/""/g')" ;;
        json | jsonl) printf '"%s"' "$(printf %s "$1" | tr '\000-\037' ' ' | sed 's/[\\"]/\\&/g')" ;;
    esac
}

row() { # item, what needs it, package, where it was found (empty if it was not)
    state=ok
    if [ -z "$4" ]; then
        state=missing
        case $2 in
            everything) lacking=yes packages="$packages $3" ;;
            window) [ -z "$display" ] || lacking=yes; packages="$packages $3" ;;
        esac
    fi
    case $format in
        text) printf '%-8s %-24s %-11s %s\n' "$state" "$1" "$2" "${4:-get it with: $3}" ;;
        csv) printf '%s,%s,%s,%s,%s\r\n' "$(quoted "$1")" "$2" "$state" "$(quoted "$4")" "$(quoted "$3")" ;;
        json) printf '%s{"item":%s,"needed_for":"%s","state":"%s","found":%s,"package":%s}' "$comma" \
            "$(quoted "$1")" "$2" "$state" "$(quoted "$4")" "$(quoted "$3")"
            comma=',
' ;;
        jsonl) printf '{"item":%s,"needed_for":"%s","state":"%s","found":%s,"package":%s}\n' \
            "$(quoted "$1")" "$2" "$state" "$(quoted "$4")" "$(quoted "$3")" ;;
    esac
}

library() { # file name of a shared library, what needs it, package
    path=$(printf '%s\n' "$libraries" | sed -n "s|^[[:space:]]*$1 .*=> ||p" | head -n 1)
    for folder in /usr/lib/*-linux-gnu /usr/lib64 /usr/lib /lib64 /lib; do
        if [ -z "$path" ] && [ -e "$folder/$1" ]; then path=$folder/$1; fi
    done
    row "$1" "$2" "$3" "$path"
}

program() { row "$1" extras "$2" "$(command -v "$1" || :)"; }

inspect_build() { # what a package does not need
    find_jdk
    row 'JDK 25' everything temurin-25-jdk "$jdk"
    found=
    if [ -n "$maven" ]; then
        found=$(maven_version)
        if [ -z "$found" ] || is_new_enough "$found"; then found="$maven $found"; else found=; fi
    fi
    row 'Maven 3.8 or newer' everything maven "$found"
}

inspect() {
    [ -n "$packaged" ] || inspect_build
    libraries=$(ldconfig -p 2>/dev/null || :)
    library libfreetype.so.6 everything libfreetype6
    library libfontconfig.so.1 everything libfontconfig1
    library libpangoft2-1.0.so.0 everything libpangoft2-1.0-0
    row fontconfig everything fontconfig "$(command -v fc-list || :)"
    row 'a font' everything fonts-dejavu-core "$(find /usr/share/fonts /usr/local/share/fonts \
        "$user/.fonts" "$user/.local/share/fonts" -name '*.[to]t[fc]' 2>/dev/null | head -n 1)"
    [ -n "$packaged" ] || program yara yara
    [ -z "$tests_only" ] || return 0
    library libgtk-3.so.0 window libgtk-3-0
    library libXtst.so.6 window libxtst6
    library libGL.so.1 window libgl1
    library libXxf86vm.so.1 window libxxf86vm1
    row 'a display' display 'a desktop, or xvfb-run' "$display"
    library libpcap.so.0.8 extras libpcap0.8
    [ -z "$packaged" ] || return 0
    program xvfb-run 'xvfb xauth'
    program tshark tshark
    program sipp sip-tester
}

doctor() {
    format=text install= tests_only= lacking= packages= comma= jdk_remains=
    display=${WAYLAND_DISPLAY:-${DISPLAY:-}}
    while [ $# -gt 0 ]; do
        case $1 in
            --tests) tests_only=yes ;;
            --install) install=yes ;;
            --format) format=${2:-}; [ $# -lt 2 ] || shift ;;
            --format=*) format=${1#*=} ;;
            --quiet | --no-color) ;;
            -h | --help) doctor_usage; exit 0 ;;
            *) say "doctor: unknown argument: $1"; doctor_usage >&2; exit 2 ;;
        esac
        shift
    done
    case $format in
        text) inspect ;;
        csv) printf 'item,needed_for,state,found,package\r\n'; inspect ;;
        json) printf '[\n'; inspect; printf '\n]\n' ;;
        jsonl) inspect ;;
        *) say "doctor: --format is text, csv, json or jsonl, not: $format"; exit 2 ;;
    esac
    advise
    [ -z "$lacking" ] || exit 1
}

advise() { # the cure: to standard output with the table, to standard error beside csv and json
    [ "$format" = text ] || exec >&2
    if [ -z "$packages" ]; then
        echo 'Nothing that is needed is missing.'
        return
    fi
    if [ -z "$jdk" ] && ! apt-cache show temurin-25-jdk >/dev/null 2>&1; then
        echo 'Debian 12 has no JDK 25 of its own. These commands get Eclipse Temurin from Adoptium:'
        tell_jdk
        jdk_remains=yes
        packages=$(echo "$packages" | sed 's/ temurin-25-jdk//')
    fi
    [ -n "$packages" ] || return 0
    command="$(sudo_if_needed)apt-get install -y --no-install-recommends$packages"
    if [ -n "$install" ]; then
        $(sudo_if_needed)apt-get update && $command || { say 'the packages could not be installed'; exit 1; }
        [ -z "$jdk_remains" ] || exit 1
        exit 0
    fi
    echo 'This installs what is missing:'
    echo "  $command"
}
