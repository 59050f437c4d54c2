# A complete call in a voice VLAN, captured on the 802.1Q trunk between two switches: the phones are
# on one, the proxy on the other. VDE is a switch in a program; it knows VLANs also where the kernel
# does not. The kernel's bridge br0 is the trunk.
TRUNK=4 # the tagged port of each switch; ports 1 to 3 belong to the voice VLAN
VOICE_VLAN=10

vlan_switch() { # name
    {
        echo "vlan/create $VOICE_VLAN"
        printf 'port/create %s\nport/setvlan %s '"$VOICE_VLAN"'\n' 1 1 2 2 3 3
        printf 'port/create %s\nvlan/addport '"$VOICE_VLAN"' %s\n' "$TRUNK" "$TRUNK"
    } >"$scratch/$1.rc"
    # The switch ends when its console does.
    start "$1" switch bash -c 'exec vde_switch -s "$1" -f "$2" < <(sleep "$3")' \
        vde "$scratch/$1" "$scratch/$1.rc" "$MAX_SECONDS"
    wait_until 10 test -S "$scratch/$1/ctl"
    plug switch "$1" "$TRUNK" "trunk-$1"
    ip -n "$PREFIX-switch" link set "trunk-$1" master br0
}

plug() { # host, VLAN switch, its port, name of the interface
    start "plug-$1-$2" "$1" vde_plug2tap -s "$scratch/$2" -p "$3" "$4"
    wait_until 10 ip -n "$PREFIX-$1" link show "$4"
    ip -n "$PREFIX-$1" link set "$4" up
}

replug_host() { # host, VLAN switch, its port: off the bridge, with the addresses it had
    local name=$1 other
    ip -n "$PREFIX-switch" link del "$name"
    plug "$name" "$2" "$3" eth0
    ip -n "$PREFIX-$name" link set eth0 address "$(mac "${address_of[$name]}")"
    ip -n "$PREFIX-$name" address add "${address_of[$name]}/24" dev eth0
    for other in "${hosts[@]}"; do
        [ "$other" = "$name" ] || ip -n "$PREFIX-$name" neigh replace "${address_of[$other]}" \
            lladdr "$(mac "${address_of[$other]}")" dev eth0 nud permanent
    done
}

[ -w /dev/net/tun ] || fail "$recording: VDE needs /dev/net/tun, which you may not use here"
add_host proxy "$PROXY"
add_host phone1 192.0.2.11
add_host phone2 192.0.2.12
vlan_switch floor
vlan_switch core
replug_host phone1 floor 1
replug_host phone2 floor 2
replug_host proxy core 1
start_proxy
register phone2 1002
start_capture vlan and udp port 5060
callee 1002 phone2 callee -s 1002
caller 1001 phone1 caller -s 1002 -key user 1001
wait_for 1001 1002
stop_capture
expect phone1 ">INVITE <100 <180 <200 >ACK >BYE <200"
