# One process at a time: a folder is the lock ($lock), for build.sh and train.sh.

locked=

unlock() {
    [ -z "$locked" ] || rm -rf "$lock"
    locked=
}

stop() {
    [ -z "${job:-}" ] || kill "$job" 2>/dev/null || :
    unlock
    exit 130
}

is_abandoned() { # the lock holds the number of the process that took it, and its command line
    owner=$(cat "$lock/pid" 2>/dev/null || :)
    if [ -z "$owner" ]; then
        [ -n "$(find "$lock" -prune -mmin +1 2>/dev/null)" ]
    elif [ -d /proc/self ]; then
        ! cat "/proc/$owner/cmdline" 2>/dev/null | cmp -s - "$lock/command"
    else
        ! kill -0 "$owner" 2>/dev/null
    fi
}

break_lock() { # unless another start has done so in the meantime and has taken it
    mv "$lock" "$lock.$$" 2>/dev/null || return 0
    [ "$(cat "$lock.$$/pid" 2>/dev/null || :)" = "$owner" ] || mv "$lock.$$" "$lock"
    rm -rf "$lock.$$"
}

try_lock() { # false if another process that runs has it
    until mkdir "$lock" 2>/dev/null; do
        is_abandoned || return 1
        break_lock
    done
    locked=yes
    trap stop INT TERM HUP
    trap unlock EXIT
    cat /proc/$$/cmdline >"$lock/command" 2>/dev/null || :
    echo $$ >"$lock/pid"
}

