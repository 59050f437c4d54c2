# Where an installed SipSleuth has its parts: in a package what app/src/main/sh/place.sh is in a checkout.

home=${scripts%/sh}
command_name=sipsleuth
packaged=yes
run=$home
commands=$scripts/commands
modules=                       # JavaFX is in the runtime
evaluation=$home/training
jdk=$home/runtime
stamp=$home/build
sample=$home/sample-captures/call.pcap
user=${HOME:-/nonexistent}

# Libraries that jars would unpack, which needs a folder that may hold programs.
natives=$home/runtime/lib

# Start caches of each user, which fit one build only.
build= kind=
[ ! -r "$stamp" ] || read -r build kind <"$stamp" || :
if [ -z "$kind" ] || ! [ -s "$(echo "$run"/lib/sipsleuth-app-*.jar)" ]; then
    printf 'sipsleuth: the installation in %s is damaged; install it again\n' "$home" >&2
    exit 1
fi
case ${XDG_CACHE_HOME:-${HOME:-}/.cache} in
    /.cache) all_caches= caches= ;; # without a home
    /*)
        all_caches=${XDG_CACHE_HOME:-$HOME/.cache}/sipsleuth/start
        caches=$all_caches/$build
        ;;
    *) all_caches= caches= ;;
esac

native_options="-Djna.nosys=false -Dsipsleuth.package=$kind"
