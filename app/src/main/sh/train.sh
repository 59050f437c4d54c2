#!/bin/sh
# Makes what lets SipSleuth start faster: caches (AOT) of what starts load, and of what is done most then. They hold classes and
# profiles, no results; without them everything works, more slowly.
#
#   JAVA_HOME=… train.sh      the JDK 25 that the program runs on
#
# The program runs this in the background after the first command of a build has answered, or when its window is at rest
# (system property sipsleuth.at-rest). Another training of the same program, and caches that exist, are left alone; what a
# build makes out of date meanwhile is thrown away.
set -eu

jdk=$JAVA_HOME
scripts=$(dirname "$(readlink -f "$0")")
. "$scripts/place.sh"
lock=$caches/training.lock
work=$caches/training

. "$scripts/options.sh"
. "$scripts/lock.sh"

if ! mkdir -p "$caches" 2>/dev/null || ! [ -w "$caches" ]; then exit 0; fi
try_lock || exit 0
trap 'rm -rf "$work"; unlock' EXIT
renice -n 19 $$ >/dev/null 2>&1 || :
unset DISPLAY WAYLAND_DISPLAY JDK_JAVA_OPTIONS JAVA_TOOL_OPTIONS
rm -rf "$work"
mkdir "$work"
touch "$work/begun"
set_class_path
set -f

keep() { # a file, unless a build has begun since
    if [ -f "$stamp" ] && [ "$stamp" -ot "$work/begun" ] && [ -f "$work/$1" ]; then mv "$work/$1" "$caches/$1"; fi
}

run_java() { # options and arguments
    "$jdk/bin/java" ${natives:+"-Djava.library.path=$natives" $native_options} "-XX:ErrorFile=$caches/hs_err_sipsleuth_%p.log" -cp "$class_path" "$@"
}

calls=$work/calls.pcap
run_java $cli_options org.sipsleuth.app.Main simulate social --seed 1 --set calls=3000 --set members=200 -o "$calls" --quiet
tail -c +25 "$sample" >>"$calls" # without its file header: frames that are not SIP, too
for command in info analyze; do
    case $command in
        info) cache=$command_cache ;;
        *) cache=$analysis_cache ;;
    esac
    [ -f "$caches/$cache" ] && continue
    if run_java $cli_options -XX:AOTCacheOutput="$work/$cache" org.sipsleuth.app.Main "$command" "$calls"; then keep "$cache"; fi
done
if ! [ -f "$caches/$window_cache" ]; then # a window that nobody sees, which closes when all is found
    if XDG_CONFIG_HOME=$work XDG_CACHE_HOME=$work run_java $window_options -XX:AOTCacheOutput="$work/$window_cache" \
        -Dglass.platform=Headless -Dprism.order=sw -Dsipsleuth.closes-at-rest=true \
        ${modules:+--module-path "$modules"} org.sipsleuth.app.Main "$calls"; then keep "$window_cache"; fi
fi
: >"$work/$trained"
keep "$trained" # whatever could not be made: not again at each start
if [ -n "$all_caches" ]; then # those of other versions
    find "$all_caches" -mindepth 1 -maxdepth 1 ! -name "${caches##*/}" -exec rm -rf {} +
fi
