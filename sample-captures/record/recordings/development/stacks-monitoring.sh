# An office that is watched: a host inside asks the proxy and its phones by sipsak whether they live
# and registers a test account; SIPp makes test calls. Everything is as it should be.
open_office
add_host monitor 192.0.2.60
ip -n "$PREFIX-monitor" route add default via 192.0.2.254
echo "1010 normal" >>"$scratch/users"
start_office_capture
keep_alive 15
office_day 82 105
check_by_sipsak() { # log name, URI, sipsak options...
    local log=$1 uri=$2
    shift 2
    start "$log" monitor sipsak --symmetric --local-ip=192.0.2.60 -H 192.0.2.60 -l 5060 -s "$uri" "$@"
}
for second in $(seq 3 6 99); do at "$second" check_by_sipsak "alive-$second" sip:192.0.2.1; done
for second in 5 35 65; do
    for n in 1 2 3 4 5 6 7 8; do
        at "$((second + 3 * n - 3)).7" check_by_sipsak "phone-$second-$n" "sip:100$n@192.0.2.1"
    done
done
for second in 20 50 80; do
    at "$second.4" check_by_sipsak "register-$second" sip:1010@example.org --outbound-proxy=192.0.2.1 -U -I \
        -a secret1010 -x 60
done
play
close_office
