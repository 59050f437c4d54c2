# Shared by every recording: a small network of namespaces, the programs in it, the capture of it.
# Sourced by `record`; SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

DOMAIN=example.org
NET=192.0.2 # the network where the capture is taken; an IPv6 network is only that of PROXY6
PROXY=$NET.1
SIP_PORT=5060 # the proxy's
parts=$here # where scenarios and configurations are; see `relocate`
TCP_PHONES=() # users whose phones reach the proxy by TCP
TLS_PHONES=() # and by TLS
declare -A TENANT_OF=() # the domain of a user who has another than DOMAIN
PROXY6=2001:db8::1
SERVER=kamailio # or pbx, a small one of this directory
MAX_SECONDS=60    # no program of a recording lives longer, unless the recording says so
MAX_PACKETS=3000  # no capture grows longer
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
sip_js=${XDG_CACHE_HOME:-$HOME/.cache}/sipsleuth-record/node_modules # see fetch-sip-js
PREFIX=sl$$       # own namespaces only: two recordings may run side by side

say() { printf '%s\n' "$*" >&2; }
fail() { say "record: $*"; exit 1; }

# --- what must be there -----------------------------------------------------------------------

missing=

need() { # program, Debian package
    command -v "$1" >/dev/null || missing+="  $1: apt-get install $2"$'\n'
}

need_everything() {
    need ip iproute2
    need tc iproute2
    need ethtool ethtool
    need nft nftables
    need linphonec linphone-cli
    need kamailio kamailio
    need sipp sip-tester
    need baresip baresip
    need tcpdump tcpdump
    need dumpcap wireshark-common
    need tshark tshark
    need vde_switch vde2
    need unshare util-linux
    compgen -G '/usr/lib*/**/kamailio/modules/presence.so' >/dev/null ||
        missing+="  kamailio's presence module: apt-get install kamailio-presence-modules"$'\n'
    need python3 python3
    need svmap sipvicious
    need sipsak sipsak
    need nmap nmap
    need node nodejs
    need openssl openssl
    compgen -G '/usr/lib*/**/kamailio/modules/tls.so' >/dev/null ||
        missing+="  kamailio's TLS module: apt-get install kamailio-tls-modules"$'\n'
    [ "$("$java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p')" -ge 25 ] ||
        missing+="  a JDK 25: set JAVA_HOME to it"$'\n'
    [ -z "$missing" ] || fail "these programs are missing:"$'\n'"$missing"
}

# --- network ----------------------------------------------------------------------------------

# One namespace is the switch (a bridge, the place where the capture is taken), one more per host.
# Nothing connects any of them to the machine's own network.
make_network() {
    ip netns add "$PREFIX-switch"
    in_host switch sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
    ip -n "$PREFIX-switch" link add br0 type bridge
    ip -n "$PREFIX-switch" link set br0 up
}

# The hardware addresses are the ones RFC 7042 keeps for documentation. Every host knows those of
# all others from the start, so that no recording depends on ARP.
mac() { printf '00:00:5e:00:53:%02x' "${1##*[.:]}"; }

# A namespace with one interface, plugged into a bridge that stands in another namespace.
plug_host() { # name, IPv4 or IPv6 address, namespace of the bridge, the bridge
    local name=$1 address=$2 at=$PREFIX-$3 bridge=$4 bits=24
    case $address in *:*) bits=64 ;; esac
    ip netns add "$PREFIX-$name"
    ip -n "$PREFIX-$name" link set lo up
    case $address in
        *:*) in_host "$name" sysctl -qw net.ipv6.conf.default.accept_dad=0 \
            net.ipv6.conf.default.router_solicitations=0 net.ipv6.conf.default.autoconf=0 ;;
        *) in_host "$name" sysctl -qw net.ipv6.conf.all.disable_ipv6=1 \
            net.ipv6.conf.default.disable_ipv6=1 ;;
    esac
    ip -n "$at" link add "$name" type veth peer name eth0 netns "$PREFIX-$name"
    ip -n "$at" link set "$name" master "$bridge"
    ip -n "$PREFIX-$name" link set eth0 address "$(mac "$address")"
    # Without this the kernel leaves UDP checksums to a network card that is not there.
    in_host "$name" ethtool -K eth0 tx off >/dev/null 2>&1
    ip -n "$PREFIX-$name" address add "$address/$bits" dev eth0
    ip -n "$PREFIX-$name" link set eth0 up
    ip -n "$at" link set "$name" up
    address_of[$name]=$address
}

add_host() { # name, IPv4 or IPv6 address
    local name=$1 address=$2 other
    plug_host "$name" "$address" switch br0
    for other in "${hosts[@]}"; do
        ip -n "$PREFIX-$name" neigh replace "${address_of[$other]}" \
            lladdr "$(mac "${address_of[$other]}")" dev eth0 nud permanent
        ip -n "$PREFIX-$other" neigh replace "$address" lladdr "$(mac "$address")" \
            dev eth0 nud permanent
    done
    hosts+=("$name")
}

in_host() { # name, command...
    local name=$1
    shift
    ip netns exec "$PREFIX-$name" "$@"
}

# The link towards a host loses every packet (the way back stays open) until it is mended.
cut_link_to() { tc -n "$PREFIX-switch" qdisc add dev "$1" root pfifo limit 0; }
mend_link_to() { tc -n "$PREFIX-switch" qdisc del dev "$1" root; }

# --- programs ---------------------------------------------------------------------------------

start() { # log name, host, command...: runs it in the background, bounded in time
    local log=$1 name=$2
    shift 2
    ip netns exec "$PREFIX-$name" timeout -k 2 "$MAX_SECONDS" "$@" \
        >"$scratch/$log.log" 2>&1 </dev/null &
    pid_of[$log]=$!
}

wait_for() { # log name...: all of them must have ended well
    local log
    for log in "$@"; do
        wait "${pid_of[$log]}" || {
            say "--- $log failed:"
            tail -n 25 "$scratch/$log.log" >&2
            [ ! -s "$scratch/$log.err" ] || tail -n 40 "$scratch/$log.err" >&2
            fail "$log did not end as its scenario wants"
        }
    done
}

wait_until() { # seconds, command...: tries ten times a second
    local tries=$(($1 * 10))
    shift
    while ! "$@" >/dev/null 2>&1; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || fail "waited in vain for: $*"
        sleep 0.1
    done
}

listens() { # host, port: is there a socket on it?
    in_host "$1" ss -Hlntu "sport = :$2" | grep -q .
}

start_proxy() { # kamailio defines (-A ...)
    [ -n "${address_of[proxy]:-}" ] || add_host proxy "$PROXY"
    if [ "$SERVER" = pbx ]; then
        start proxy proxy env NODE_PATH="$sip_js" WEAK_USER="$WEAK" WEAK_PASSWORD="$WEAK_PASSWORD" \
            node "$here/pbx.js" "$PROXY" "$DOMAIN" "$EXISTING" "$CARRIER"
        wait_until 10 listens proxy "$SIP_PORT"
        return
    fi
    local version
    version=$(kamailio -v | sed -n 's/^version: kamailio \([0-9.]*\).*/\1/p')
    proxy_name="kamailio ($version)"
    mkdir -p "$scratch/kamailio"
    start proxy proxy kamailio -f "$parts/kamailio.cfg" -DD -E -m 32 -M 8 -Y "$scratch/kamailio" \
        -w "$scratch/kamailio" -P "$scratch/kamailio/pid" \
        -A "SERVER_NAME=\"Server: $proxy_name\"" -A "AGENT_NAME=\"User-Agent: $proxy_name\"" "$@"
    wait_until 10 listens proxy "$SIP_PORT"
    sleep 0.3 # the workers are up a moment after the socket
}

phone() { # log name, host, scenario, SIPp options...: one SIPp user agent for one call
    local log=$1 name=$2 scenario=$3 address=${address_of[$2]}
    shift 3
    start "$log" "$name" env TERM=dumb sipp -sf "$parts/sipp/$scenario.xml" -nostdin -m 1 -l 1 -r 1 \
        -i "$address" -mi "$address" -timeout 45s -timeout_error -default_behaviors all,-bye \
        -d 2000 -key parameters "${contact_parameters:-}" \
        -trace_err -error_file "$scratch/$log.err" "$@"
}

caller() { # log name, host, scenario, SIPp options...: through the proxy
    local log=$1 name=$2 scenario=$3
    shift 3
    phone "$log" "$name" "$scenario" -p 5060 "$@" "${proxy_at:-$PROXY:$SIP_PORT}"
}

callee() { # log name, host, scenario, SIPp options...: waits for the call
    local log=$1 name=$2 scenario=$3
    shift 3
    phone "$log" "$name" "$scenario" -p 5060 "$@"
    wait_until 10 listens "$name" 5060
}

# The proxy as the phone of a user writes it in addresses.
proxy_for() { # user
    local port=:$SIP_PORT
    [ "$port" != :5060 ] || port=
    case " ${TCP_PHONES[*]} " in
        *" $1 "*) echo "$PROXY$port;transport=tcp" && return ;;
    esac
    case " ${TLS_PHONES[*]} " in
        *" $1 "*) echo "$PROXY:5061;transport=tls" ;;
        *) echo "$PROXY$port" ;;
    esac
}

# Moves the recording to other networks, another domain and port of the proxy: from then on `parts`
# are copies of the scenarios and configurations with these. Before hosts are added.
relocate() { # domain, port of the proxy, network of the office, that of the carrier, more networks outside...
    DOMAIN=$1 SIP_PORT=$2 NET=$3 OUTSIDE=("${@:4}")
    PROXY=$NET.1 CARRIER=$4.10 CARRIER_CALLING=$4.11
    parts=$scratch/parts
    mkdir -p "$parts"
    cp -r "$here/sipp" "$here/kamailio.cfg" "$here/baresip.conf" "$parts"
    sed -i "s/example\\.org/$DOMAIN/g" "$parts"/sipp/*.xml "$parts/kamailio.cfg"
    sed -i -e "s/192\.0\.2\.1:5060/$PROXY:$SIP_PORT/" -e "s/192\.0\.2\.1:5061/$PROXY:5061/" -e "s/\"198[^\"]*\"/\"$CARRIER\"/" \
        -e "s/^alias=.*/&\nalias=udp:$PROXY:5060/" \
        -e "s/\"^192[^\"]*\"/\"^$NET.\"/" -e "s/\"^198[^(]*(/\"^$4.(/" "$parts/kamailio.cfg"
}

# A baresip user agent with one account; it registers by itself; tell gives it commands.
softphone() { # log name, host, user, seconds a registration is good for, password
    local log=$1 name=$2
    set_up_softphone "$@"
    # Its TLS is older than what OpenSSL asks for by default.
    printf 'openssl_conf = i\n[i]\nssl_conf = s\n[s]\nsystem_default = d\n[d]\nMinProtocol = None\nCipherString = ALL:@SECLEVEL=0\n' \
        >"$scratch/$log/openssl.cnf"
    start "$log" "$name" env OPENSSL_CONF="$scratch/$log/openssl.cnf" baresip -v -f "$scratch/$log"
    wait_until 10 listens "$name" 4444
}

set_up_softphone() { # as softphone, but it is not started
    local user=$3 home=$scratch/$1
    mkdir -p "$home"
    cp "$parts/baresip.conf" "$home/config"
    printf 'audio_player aufile,%s/heard.wav\n' "$home" >>"$home/config"
    printf '<sip:%s@%s>;auth_pass=%s;outbound="sip:%s";regint=%s\n' \
        "$user" "${TENANT_OF[$user]:-$DOMAIN}" "${5:-secret$user}" "$(proxy_for "$user")" "${4:-600}" >"$home/accounts"
    : >"$home/contacts"
}

# Over baresip's control socket, as a netstring; linphone has other words for the same.
tell() { # host, baresip command, parameters
    if [ -n "${linphones[$1]:-}" ]; then
        case $2 in
            dial) echo "call $3" ;;
            accept) echo "answer" ;;
            hangup) echo "terminate" ;;
            hold) echo "pause" ;;
            resume) echo "resume" ;;
            *) echo "$2 ${3:-}" ;;
        esac >"${linphones[$1]}"
        return
    fi
    local json="{\"command\":\"$2\",\"params\":\"${3:-}\"}"
    in_host "$1" bash -c 'exec 3<>/dev/tcp/127.0.0.1/4444; printf "%s" "$1" >&3; sleep 0.2' \
        tell "${#json}:$json,"
}

# A linphone user agent with one account, its commands taken from a pipe. It registers by itself.
linphone() { # log name, host, user, password
    local log=$1 name=$2 user=$3 home=$scratch/$1
    mkdir -p "$home/.local/share/linphone"
    {
        printf '[sip]\nsip_port=5060\ndefault_proxy=0\n[rtp]\naudio_rtp_port=10000\n[sound]\nec=0\n[video]\nenabled=0\n[misc]\nmax_calls=1\n'
        printf '[proxy_0]\nreg_proxy=<sip:%s>\nreg_route=<sip:%s;lr>\nreg_identity=<sip:%s@%s>\n' \
            "$(proxy_for "$user")" "$(proxy_for "$user")" "$user" "${TENANT_OF[$user]:-$DOMAIN}"
        printf 'reg_expires=60\nreg_sendregister=1\npublish=0\n[auth_info_0]\nusername=%s\npasswd=%s\n' \
            "$user" "${4:-secret$user}"
        printf 'realm=%s\ndomain=%s\n' "${TENANT_OF[$user]:-$DOMAIN}" "${TENANT_OF[$user]:-$DOMAIN}"
    } >"$home/config"
    mkfifo "$home/commands"
    start "$log" "$name" bash -c 'HOME=$0 exec linphonec -c "$0/config" -d 6 -l "$0/log" <>"$0/commands"' "$home"
    wait_until 10 grep -qs LinphoneRegistrationOk "$home/log"
    linphones[$name]=$home/commands
}

# Registers before the capture starts, when the registration is not the story.
register() { # host, user, SIPp options...
    local name=$1 user=$2
    shift 2
    caller "register-$name" "$name" register -s "$user" -au "$user" -ap "secret$user" "$@"
    wait_for "register-$name"
}

# --- capture ----------------------------------------------------------------------------------

start_capture() { # tcpdump filter; captures on the switch, as a mirror port would
    start_capture_at switch br0 "${@:-udp port 5060}"
}

start_capture_at() { # host, interface, tcpdump filter
    local name=$1 interface=$2
    shift 2
    start capture "$name" tcpdump -i "$interface" -s 0 -U -B 16384 --immediate-mode -Z root \
        -c "$MAX_PACKETS" -w "$scratch/$recording.pcap" "$@"
    wait_until 10 grep -q 'listening on' "$scratch/capture.log"
}

start_capture_pcapng() { # the same with dumpcap, which writes pcapng
    start capture switch dumpcap -q -i br0 -s 0 -c "$MAX_PACKETS" -a duration:"$MAX_SECONDS" \
        -w "$scratch/$recording.pcapng" -f "${*:-udp port 5060}"
    wait_until 10 grep -q 'File:' "$scratch/capture.log"
    sleep 0.5
}

# How often a text was captured so far; to act when something has happened instead of after a time.
seen() { # count, text
    [ "$(grep -aoF -- "$2" "$scratch/$recording".pcap* | wc -l)" -ge "$1" ]
}

stop_capture() {
    sleep 0.7 # the last response may still be on its way
    # The child of `timeout` is the program; a signal to `timeout` is passed on.
    kill -INT "${pid_of[capture]}" 2>/dev/null || true
    wait "${pid_of[capture]}" || true
    captured=$(echo "$scratch/$recording".pcap*)
    [ -s "$captured" ] || fail "nothing was captured"
    case $captured in *.pcapng) forget_machine ;; esac
}

# dumpcap notes the processor and the kernel of the machine; blanks of the same length take their
# place.
forget_machine() {
    local key value
    for key in hardware oper-sys; do
        value=$(capinfos "$captured" | sed -n "s/^Capture $key: *//p")
        [ -z "$value" ] || LC_ALL=C sed -i \
            "s/$(printf '%s' "$value" | sed 's/[][\\.*^$/]/\\&/g')/${value//?/ }/g" "$captured"
    done
}

# --- what the recording must show -------------------------------------------------------------

# The SIP messages one host sent (>) and received (<), in order, as one line.
messages_of() { # host
    local a=${address_of[$1]} field=ip
    case $a in *:*) field=ipv6 ;; esac
    tshark -r "$captured" "${tshark_options[@]}" -Y "sip && $field.addr == $a" -T fields -e "$field.src" -e sip.Method \
        -e sip.Status-Code 2>/dev/null |
        awk -F '\t' -v a="$a" '{ printf "%s%s%s%s", (NR > 1 ? " " : ""), ($1 == a ? ">" : "<"), $2, $3 }'
}

expect() { # host, the messages as messages_of gives them
    local seen
    seen=$(messages_of "$1")
    [ "$seen" = "$2" ] || fail "$recording: host $1 should show
  $2
but shows
  $seen"
}

# --- the end, also the bad one ----------------------------------------------------------------

clean_up() {
    local signal name pids
    set +e # whatever fails, go on
    trap '' INT TERM HUP
    disown -a # no word from the shell about programs that are ended here
    for signal in TERM KILL; do
        for name in switch "${hosts[@]}" "${outsiders[@]}"; do
            ip netns pids "$PREFIX-$name" 2>/dev/null | xargs -r kill -"$signal" 2>/dev/null || true
        done
        for _ in 1 2 3 4 5 6 7 8 9 10; do
            pids=$(for name in switch "${hosts[@]}" "${outsiders[@]}"; do ip netns pids "$PREFIX-$name"; done 2>/dev/null)
            [ -n "$pids" ] || break 2
            sleep 0.1
        done
    done
    for name in switch "${hosts[@]}" "${outsiders[@]}"; do ip netns del "$PREFIX-$name" 2>/dev/null || true; done
    if [ -n "${KEEP_LOGS:-}" ]; then say "logs kept in $scratch"; else rm -rf "$scratch"; fi
}

hosts=()     # on the switch
outsiders=() # beyond the router
unchecked=        # set where the traffic cannot be as `check` wants it
tolerated=        # faults that the programs of a recording have: a pattern, see `check`
tshark_options=() # how tshark finds SIP where it would not look for it
declare -A address_of pid_of linphones
scratch=$(mktemp -d "${TMPDIR:-/tmp}/sipsleuth-record.XXXXXX")
trap clean_up EXIT
trap 'exit 130' INT TERM HUP
