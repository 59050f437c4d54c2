# Settings that are drawn from a seed, and what the recordings of `development-2` and `held-out-5` share.
# Sourced by `record`; SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

# --- drawing -----------------------------------------------------------------------------------

# A number that depends on the seed, the recording and the name of the setting, and on nothing else.
drawn() { # setting, lowest, highest
    local digest
    digest=$(printf '%s/%s/%s' "$SEED" "$recording" "$1" | sha256sum)
    echo $(($2 + 16#${digest:0:8} % ($3 - $2 + 1)))
}

one_of() { # setting, words...
    local words=("${@:2}")
    echo "${words[$(drawn "$1" 0 $((${#words[@]} - 1)))]}"
}

# --- the place ---------------------------------------------------------------------------------

# Networks, domain and numbers of a place: FOREIGN is where strangers are, BLOCK the first digits of all users. Four phones
# (one of them linphone) are of the office, users from BLOCK20 on are handsets, BLOCK99 is the voicemail.
draw_place() {
    local office carrier
    case $(drawn network 1 3) in
        1) office=10.$(drawn second 1 250).$(drawn third 1 250) ;;
        2) office=172.$(drawn second 16 31).$(drawn third 1 250) ;;
        3) office=192.168.$(drawn third 2 250) ;;
    esac
    carrier=$(one_of carrier 198.51.100 "198.18.$(drawn carrier-third 1 250)")
    FOREIGN=$(one_of foreign 203.0.113 "100.64.$(drawn foreign-third 1 250)" "198.19.$(drawn foreign-third 1 250)")
    BLOCK=$(drawn block 20 88)
    EXTENSIONS=("${BLOCK}01" "${BLOCK}02" "${BLOCK}03" "${BLOCK}04")
    LINPHONES=("${BLOCK}03")
    EXISTING="^$BLOCK([0-6][0-9]|99)\$"
    WEAK=none
    MAX_PACKETS=9000
    # linphone does not name itself in every response, nor sip.js in an ACK of its own.
    tolerated="neither User-Agent nor Server"
    relocate "$(one_of domain example.org example.com example.net pbx.example.org voip.example.com)" 5060 \
        "$office" "$carrier" "$FOREIGN"
}

# The server is pbx.js. Its stack ends a call that is given up with CANCEL and 200 of its own.
use_pbx() {
    SERVER=pbx
    tolerated+="|no To tag|no Max-Forwards|no final response|no ACK"
}

# An address of a stranger.
stranger() { # setting
    echo "$FOREIGN.$(drawn "stranger-$1" 20 240)"
}

# Handsets, each with an address of its own from NET.60 on, all in one namespace; they telephone with each other.
add_handsets() { # how many, mean seconds between their calls (0: none), more of the plan as JSON, more of each phone as JSON
    local number=$1 pause=$2 plan=${3:-} each=${4:-} n user phones=
    add_host handsets "$NET.60"
    ip -n "$PREFIX-handsets" route add default via "$NET.254"
    for n in $(seq 0 $((number - 1))); do
        user=$BLOCK$((20 + n))
        [ "$n" = 0 ] || ip -n "$PREFIX-handsets" address add "$NET.$((60 + n))/24" dev eth0
        phones+="${phones:+,}$(handset "$user" "$NET.$((60 + n))" "$each")"
        echo "$user normal" >>"$scratch/users"
    done
    if [ -n "${VOICEMAIL_PIN:-}" ]; then
        ip -n "$PREFIX-handsets" address add "$NET.59/24" dev eth0
        phones+=",$(handset "${BLOCK}99" "$NET.59" "\"pin\":\"$VOICEMAIL_PIN\",\"tries\":${VOICEMAIL_TRIES:-3},\"ring\":0.3")"
        echo "${BLOCK}99 normal" >>"$scratch/users"
    fi
    knows_handsets router
    knows_handsets proxy
    printf '{"domain":"%s","proxy":"%s:%s","agent":"%s","pause":%s,"seed":%s,"calling":"%s","phones":[%s]%s}\n' "$DOMAIN" "$PROXY" "$SIP_PORT" \
        "$(one_of handset 'Yealink SIP-T46S 66.86.0.15' 'snomD785/10.1.175.16' 'Grandstream GXP2170 1.0.11.79' 'Fanvil X4U 2.4.5')" \
        "$pause" "$(drawn calls 1 1000000)" "$scratch/calling" "$phones" "${plan:+,$plan}" >"$scratch/handsets.json"
    start handsets handsets env NODE_PATH="$sip_js" node "$here/handsets.js" "$scratch/handsets.json"
    wait_until 20 grep -q "^registered $(grep -o '"user"' "$scratch/handsets.json" | wc -l) 200" "$scratch/handsets.log"
}

handset() { # user, address, more as JSON
    printf '{"user":"%s","address":"%s","password":"%s","domain":"%s","realm":"%s"%s}' "$1" "$2" "$(password_of "$1")" \
        "${TENANT_OF[$1]:-$DOMAIN}" "${TENANT_OF[$1]:-$DOMAIN}" "${3:+,$3}"
}

# All handsets answer under one hardware address.
knows_handsets() { # host
    local last
    for last in $(seq 59 99); do
        ip -n "$PREFIX-$1" neigh replace "$NET.$last" lladdr "$(mac "$NET.60")" dev eth0 nud permanent
    done
}

# The capture begins, and the handsets telephone.
begin() { # tcpdump filter
    start_office_capture "$@"
    touch "$scratch/calling"
}

# Everything as planned, then the last calls end. An attack whose calls may be broken off has a `?` behind its name.
finish() { # logs of attacks...
    local log
    play
    for log in "$@"; do
        case $log in
            *'?') wait "${pid_of[${log%?}]}" || true ;;
            *) wait_for "$log" ;;
        esac
    done
    sleep "$(drawn quiet 2 6)"
    rm -f "$scratch/calling"
    sleep 9
    close_office
}

# A day of the office's phones beside the handsets, with the carrier's keep-alives.
ordinary_day() { # seconds, spans without calls...
    keep_alive $(($1 / 7 + 1))
    office_day "$(drawn day 1 9999)" "$@"
}

# SIPp with a list of numbers, bounded as ever; several rows of the list are several calls.
sipp_list() { # scenario, list, the host's address, port, calls a minute, more options...
    local scenario=$1 list=$2 address=$3 port=$4 minute=$5
    shift 5
    list_command=(env TERM=dumb sipp -sf "$parts/sipp/$scenario.xml" -nostdin -inf "$list" -i "$address" -mi "$address" -p "$port"
        -r "$minute" -rp 60000 -m "$(($(wc -l <"$list") - 1))" -l 40 "$@")
}

write_list() { # file; the rows from standard input
    { echo SEQUENTIAL; cat; } >"$1"
}

# --- words -------------------------------------------------------------------------------------

# Products that strangers and servers name in User-Agent.
product() { # setting
    one_of "product-$1" "Cisco-SIPGateway/IOS-15.6" "Asterisk PBX 18.20.0" "FPBX-16.0.40" "Linphone/5.2.5" "MicroSIP/3.21.3" \
        "Zoiper rv2.10.20" "PolycomVVX-VVX_411-UA/5.9.7" "eyeBeam release 1102q" "Z 5.6.4" "Bria 6.5.1"
}

# A list of words in which the right one is at a place.
words_with() { # right one, place
    words | grep -v "^$1\$" | shuf --random-source=<(yes "$SEED$recording") | head -n "$(($2 - 1))"
    echo "$1"
}
