#!/bin/sh
# Records what Kamailio reports of the messages it sees, in each version of HEP: `1.pcap` to `3.pcap`. Each holds
# the messages themselves (port 5080, UDP and TCP) and the reports of them (port 9060), over the loopback interface.
#
# Needs kamailio (with its module siptrace), sipsak and tcpdump, and the right to capture.
set -eu
here=$(dirname "$(readlink -f "$0")")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for version in 1 2 3; do
    cat >"$scratch/kamailio.cfg" <<END
#!KAMAILIO
children=1
listen=udp:127.0.0.1:5080
listen=tcp:127.0.0.1:5080
tcp_children=1
loadmodule "tm.so"
loadmodule "sl.so"
loadmodule "pv.so"
loadmodule "siptrace.so"
modparam("siptrace", "trace_on", 1)
modparam("siptrace", "trace_to_database", 0)
modparam("siptrace", "hep_mode_on", 1)
modparam("siptrace", "hep_version", $version)
modparam("siptrace", "hep_capture_id", 7)
modparam("siptrace", "duplicate_uri", "sip:127.0.0.1:9060")
request_route {
    sip_trace_mode("t");
    t_newtran();
    t_reply("200", "OK");
}
END
    kamailio -f "$scratch/kamailio.cfg" -DD -E -w "$scratch" -Y "$scratch" -P "$scratch/pid" >"$scratch/log" 2>&1 &
    server=$!
    tcpdump -q -Z "$(id -un)" -i lo -U -w "$here/$version.pcap" 'port 5080 or udp port 9060' 2>/dev/null &
    capture=$!
    sleep 3
    for transport in udp tcp; do
        sipsak -s sip:bob@127.0.0.1:5080 --transport=$transport || cat "$scratch/log"
    done
    sleep 1
    kill "$capture" "$server"
    wait "$capture" "$server" || :
done
