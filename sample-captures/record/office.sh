# An office that telephones, and those who attack it: what the recordings with a truth file share.
# Sourced by `record`; SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Inside are the proxy and eight baresip phones, 192.0.2.0/24 if a recording is not relocated; the capture is taken there. Beyond a
# router are the carrier's two servers and whoever attacks. What passes an attacker's own link is
# captured too: that, and nothing an attacker writes, tells what is an attack. See `truth`.

OUTSIDE=(198.51.100 203.0.113) # networks beyond the router, the carrier's first
CARRIER=198.51.100.10         # takes the calls that leave the office
CARRIER_CALLING=198.51.100.11 # brings calls, and asks every few seconds whether the proxy lives
WEAK=1007                     # whose password everybody guesses; the others have secret1001, …
WEAK_PASSWORD=welcome1
EXTENSIONS=(1001 1002 1003 1004 1005 1006 1007 1008) # the phones, from 192.0.2.11 on
LINPHONES=() # those of them that are linphone; the others are baresip
EXISTING='^10(0[1-9]|1[0-2])$' # the extensions that the proxy knows; some have no phone
REGISTER_SECONDS=60            # how long the registration of a baresip is good for
NAT_PORTS=                     # how a branch office's router chooses ports, as nft has it: random
OFFICE_SECONDS=190            # no program of such a recording lives longer

# --- the network beyond the router -------------------------------------------------------------

# The router knows the hardware address of every host of the office's network, also of those that
# are not there; so what is sent to them is seen on the switch.
add_router() {
    local host network
    add_host router "$NET.254"
    ip -n "$PREFIX-router" link add br1 type bridge
    for network in "${OUTSIDE[@]}"; do ip -n "$PREFIX-router" address add "$network.1/24" dev br1; done
    ip -n "$PREFIX-router" link set br1 up
    in_host router sysctl -qw net.ipv4.ip_forward=1 net.ipv4.conf.all.rp_filter=0 \
        net.ipv4.conf.default.rp_filter=0 net.ipv4.conf.eth0.rp_filter=0 net.ipv4.conf.br1.rp_filter=0 \
        net.ipv4.conf.all.send_redirects=0
    know_network router
    for host in "${hosts[@]}"; do
        [ "$host" = router ] || ip -n "$PREFIX-$host" route add default via "$NET.254"
    done
}

know_network() { # host
    local last
    for last in $(seq 2 253); do
        ip -n "$PREFIX-$1" neigh replace "$NET.$last" lladdr "$(mac "$NET.$last")" \
            dev eth0 nud permanent
    done
}

add_outsider() { # name, address
    plug_host "$1" "$2" router br1
    ip -n "$PREFIX-$1" route add default via "${2%.*}.1"
    outsiders+=("$1")
}

# --- the office --------------------------------------------------------------------------------

password_of() { # extension
    if [ "$1" = "$WEAK" ]; then echo "$WEAK_PASSWORD"; else echo "secret$1"; fi
}

office_phone() { # extension, of which there is a host
    case " ${LINPHONES[*]} " in
        *" $1 "*) linphone "$1" "$1" "$1" "$(password_of "$1")" ;;
        *) softphone "$1" "$1" "$1" "$REGISTER_SECONDS" "$(password_of "$1")" ;;
    esac
}

# Proxy, phones, carrier; everybody has registered when it returns.
open_office() { # kamailio defines (-A ...)
    local user last=11
    MAX_SECONDS=$OFFICE_SECONDS
    add_host proxy "$PROXY"
    for user in "${EXTENSIONS[@]}"; do
        add_host "$user" "$NET.$last"
        extension_at[$last]=$user
        last=$((last + 1))
    done
    add_host desk "$NET.19"
    add_router
    add_outsider provider "$CARRIER"
    add_outsider provider2 "$CARRIER_CALLING"
    start_proxy -A WITH_OFFICE -A "EXISTING=\"$EXISTING\"" -A "WEAK_USER=\"$WEAK\"" \
        -A "WEAK_PASSWORD=\"$WEAK_PASSWORD\"" "$@"
    for user in "${EXTENSIONS[@]}"; do
        office_phone "$user"
        echo "$user normal" >>"$scratch/users"
        sleep 0.4 # so that they do not all register again in the same moment
    done
    for user in "${EXTENSIONS[@]}"; do
        [ -n "${linphones[$user]:-}" ] || wait_until 10 grep -q '200 OK' "$scratch/$user.log"
    done
    start carrier provider env TERM=dumb sipp -sf "$parts/sipp/${CARRIER_SCENARIO:-carrier-answers}.xml" -nostdin -i "$CARRIER" \
        -mi "$CARRIER" -p 5060 -trace_err -error_file "$scratch/carrier.err"
    wait_until 10 listens provider 5060
}

start_office_capture() { # tcpdump filter
    start_capture "${@:-udp port 5060}"
    recording_since=${EPOCHREALTIME/./}
}

# A call from outside, by the carrier.
incoming() { # local port, extension, number of the caller, seconds it lasts
    local log=incoming-$1
    incoming+=("$log")
    phone "$log" provider2 carrier-calls -p "$1" -s "$2" -key user "$3" -d "$4" "$PROXY:$SIP_PORT"
}

# The carrier asks every seven seconds by OPTIONS whether the proxy lives.
keep_alive() { # how often
    incoming+=(keepalive)
    start keepalive provider2 env TERM=dumb sipp -sf "$parts/sipp/keepalive.xml" -nostdin -m "$1" -l 2 -r 1 -rp 7000 \
        -i "$CARRIER_CALLING" -p 5060 "$PROXY:$SIP_PORT"
}

# A new phone is set up at the desk; who does it mistypes the password once.
new_phone() { # extension
    incoming+=("new-$1")
    echo "$1 normal" >>"$scratch/users"
    caller "new-$1" desk register-mistyped -s "$1" -au "$1" -ap "secret$1"
}

# Phones behind a router that translates their addresses to its own; they register at the office.
add_branch() { # the router's address outside, its network inside without the last number, extensions...
    local address=$1 inside=$2 name=branch${1##*.} last=11 user
    shift 2
    add_outsider "$name" "$address"
    ip -n "$PREFIX-$name" link add br2 type bridge
    ip -n "$PREFIX-$name" address add "$inside.1/24" dev br2
    ip -n "$PREFIX-$name" link set br2 up
    in_host "$name" sysctl -qw net.ipv4.ip_forward=1
    in_host "$name" nft -f - <<END
table ip branch {
    chain out {
        type nat hook postrouting priority 100;
        oifname eth0 masquerade $NAT_PORTS
    }
}
END
    for user in "$@"; do
        plug_host "$user" "$inside.$last" "$name" br2
        ip -n "$PREFIX-$user" route add default via "$inside.1"
        outsiders+=("$user")
        office_phone "$user"
        echo "$user normal" >>"$scratch/users"
        last=$((last + 1))
        sleep 0.4
    done
    for user in "$@"; do
        [ -n "${linphones[$user]:-}" ] || wait_until 10 grep -q '200 OK' "$scratch/$user.log"
    done
}

# A branch office's router loses its link for a second, and with it what it knows of connections.
lose_link() { # router
    local address=${address_of[$1]}
    ip -n "$PREFIX-$1" link set eth0 down
    sleep 1
    ip -n "$PREFIX-$1" link set eth0 up
    ip -n "$PREFIX-$1" route add default via "${address%.*}.1"
}

# --- the timetable -----------------------------------------------------------------------------

at() { # seconds since the capture began, command...
    local seconds=$1
    shift
    printf '%s\t%s\n' "$seconds" "$(printf '%q ' "$@")" >>"$scratch/timetable"
}

# The office's calls, drawn by a seed: see `timetable`.
office_day() { # seed, seconds, spans without calls such as 20-45...
    local seconds command
    while read -r seconds command; do
        # shellcheck disable=SC2086 # the command's words
        at "$seconds" $command
    done < <("$here/timetable" --extensions "${EXTENSIONS[*]}" "$@" | sed "s/@example\.org/@$DOMAIN/")
}

play() {
    local seconds command due now
    while IFS=$'\t' read -r seconds command; do
        due=$((recording_since + $(printf '%.0f' "${seconds}e6")))
        now=${EPOCHREALTIME/./}
        [ "$due" -le "$now" ] || sleep "$(printf '%d.%06d' $(((due - now) / 1000000)) $(((due - now) % 1000000)))"
        eval "$command"
    done < <(sort -n -s "$scratch/timetable")
}

close_office() {
    [ ${#incoming[@]} = 0 ] || wait_for "${incoming[@]}"
    stop_capture
    local tap
    for tap in "${taps[@]}"; do
        kill -INT "${pid_of[tap-$tap]}" 2>/dev/null || true
        wait "${pid_of[tap-$tap]}" || true
        nothing_lost "tap-$tap"
    done
    nothing_lost capture
    write_truth
}

# A truth that lacks packets would be none.
nothing_lost() { # log of a tcpdump
    grep -q '^0 packets dropped by kernel' "$scratch/$1.log" || {
        cat "$scratch/$1.log" >&2
        fail "$recording: $1 lost packets"
    }
}

# --- attacks -----------------------------------------------------------------------------------

# Who attacks, with what: every attacker has a host of its own, and its link is captured, also the
# sound that is sent to it. With an address of the office's network it is a computer inside.
add_attacker() { # name, address
    local link=router
    case $2 in
        2001:db8::*)
            add_host "$1" "$2"
            link=switch
            ;;
        "$NET".*)
            add_host "$1" "$2"
            ip -n "$PREFIX-$1" route add default via "$NET.254"
            know_network "$1"
            link=switch
            ;;
        *) add_outsider "$1" "$2" ;;
    esac
    taps+=("$1")
    start "tap-$1" "$link" tcpdump -i "$1" -s 0 -U -B 16384 --immediate-mode -Z root -c $((MAX_PACKETS * 10)) \
        -w "$scratch/tap-$1.pcap" "(udp or tcp) and ether host $(mac "$2")"
    wait_until 10 grep -q 'listening on' "$scratch/tap-$1.log"
}

# An attack is what one host sends from one port; port 0 means all that it sends.
attack() { # id, class (or class:kind, as docs/SIMULATOR.md names kinds), host, local port, story, tool with version, command...
    local id=$1 class=$2 host=$3 port=$4 story=$5 tool=$6
    shift 6
    printf '%s\t' "$host" "${address_of[$host]}" "$(mac "${address_of[$host]}")" "$id" "$class" "$port" "$story" "$tool" \
        >>"$scratch/attacks.tsv"
    # The command without the directories of this machine.
    printf '%s\n' "$*" | sed -e "s#$parts/##g; s#$scratch/##g; s#$here/##g; s#${here%/*}/src/[^ ]*/##; s#[^ ]*/bin/java#java#" \
        -e 's#env TERM=dumb ##' | tr -s '\n ' ' ' | sed 's/ $/\n/' >>"$scratch/attacks.tsv"
    start "$id" "$host" "$@"
}

# What an attack reached, where its messages do not show it: attempted, partial or succeeded.
reached() { # id of the attack, outcome
    printf '%s\t%s\n' "$1" "$2" >>"$scratch/outcomes.tsv"
}

# An attack that uses the Call-IDs of others: these calls do not become a part of it. See `truth`.
within_calls_of_others() { # id of the attack
    echo "$1" >>"$scratch/within"
}

# A SIPVicious that was changed, as most that are met in the wild are: `disguised svwar …` names
# itself otherwise, and goes on when a server answers alike for every extension (svwar itself stops).
disguise() { # User-Agent
    local changed=$scratch/disguised
    cp -r /usr/share/sipvicious "$changed"
    sed -i "s|useragent='friendly-scanner'|useragent='$1'|" "$changed/sipvicious/libs/svhelper.py"
    sed -i '/"Bad user: %s"/{n;s/self.nomore = True/pass/}' "$changed/sipvicious/svwar.py"
    grep -q "useragent='$1'" "$changed/sipvicious/libs/svhelper.py" || fail "$recording: not disguised"
    printf '#!/bin/sh\nprogram=$1\nshift\nexec "%s/sipvicious_$program" "$@"\n' "$changed" >"$changed/disguised"
    chmod +x "$changed/disguised"
    PATH=$changed:$PATH
}

version_of() { # program
    case $1 in
        baresip) echo "baresip $(dpkg-query -W -f '${Version}' baresip-core | sed 's/-.*//')" ;;
        sv*) echo "$1 $("$1" --version | sed -n 's/^.* v//p' | head -n 1)" ;;
        nmap) nmap --version | sed -n '1s/^Nmap version \([0-9.]*\).*/nmap \1/p' ;;
        sipsak) sipsak -V 2>&1 | sed -n 's/^\(sipsak [0-9.]*\).*/\1/p' ;;
        sipp) echo "SIPp $(sipp -v | sed -n 's/^ *SIPp v\([0-9.]*\).*/\1/p')" ;;
    esac
}

# What the attacking program must have found out, as it says itself.
expect_said() { # id of the attack, texts...
    local id=$1 text
    shift
    for text in "$@"; do
        grep -qF -- "$text" "$scratch/$id.log" || {
            cat "$scratch/$id.log" >&2
            fail "$recording: $id should have said '$text'"
        }
    done
}

# Words that people take for passwords, written down here; the weak one is the 87th.
words() {
    local word end
    seq 1000 1020
    for word in password phone office summer winter spring autumn monday welcome admin letmein; do
        for end in '' 0 1 12 123 1234 2025 2026; do echo "$word$end"; done
    done
}

# A host takes the addresses of others for its own, but answers nobody who asks for them; the proxy's
# answers go to those others. Writes who sends from where for SIPp.
spoof() { # host, addresses...
    local host=$1 address number=0
    shift
    in_host "$host" sysctl -qw net.ipv4.conf.all.arp_ignore=1
    echo SEQUENTIAL >"$scratch/sources.csv"
    for address in "$@"; do
        in_host "$host" ip address add "$address/32" dev lo
        case $address in
            "$NET".*) echo "$address;${extension_at[${address##*.}]:-$((2000 + (number += 1)))};" ;;
            *) echo "$address;$((2000 + (number += 1)));" ;;
        esac >>"$scratch/sources.csv"
    done
}

# Users who share one address, such as those of a DECT system: one host registers all of them and
# takes their calls.
add_users() { # name, the host's address, first user, last user
    local name=$1 address=$2 user
    add_host "$name" "$address"
    case $address in *:*) ;; *) ip -n "$PREFIX-$name" route add default via "$NET.254" ;; esac
    printf '%s\n' SEQUENTIAL >"$scratch/$name.csv"
    for user in $(seq "$3" "$4"); do
        echo "$user;;[authentication username=$user password=secret$user];" >>"$scratch/$name.csv"
        echo "$user normal" >>"$scratch/users"
    done
    start "$name-registers" "$name" env TERM=dumb sipp -sf "$parts/sipp/register-many.xml" -nostdin -inf "$scratch/$name.csv" \
        -i "$address" -p 5060 -r 10 -l 5 -m $(($4 - $3 + 1)) "$PROXY:$SIP_PORT"
    wait_for "$name-registers"
    start "$name" "$name" env TERM=dumb sipp -sf "$parts/sipp/hotline.xml" -nostdin -i "$address" -mi "$address" -p 5060 -s users
    wait_until 10 listens "$name" 5060
}

# Many who call: each has an address of its own and answers for it. Writes whom they call for SIPp.
crowd() { # extension, addresses...
    local called=$1 address number=0
    shift
    echo SEQUENTIAL >"$scratch/called.csv"
    for address in "$@"; do
        ip -n "$PREFIX-callers" address add "$address/24" dev eth0
        echo "$called;0555101$((100 + (number += 1)));$address;" >>"$scratch/called.csv"
    done
}

write_truth() {
    truth=$scratch/$recording.truth.json
    DOMAIN=$DOMAIN "$here/truth" "$captured" "$scratch" >"$truth"
}

declare -A extension_at
incoming=()
truth=
mutation_run=${here%/*}/src/test/java/org/sipsleuth/samples/mutation/MutationRun.java
taps=()
: >"$scratch/timetable"
: >"$scratch/attacks.tsv"
: >"$scratch/users"
