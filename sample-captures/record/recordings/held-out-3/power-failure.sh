# A power failure: the phones and the proxy stop. When the power is back, six phones and 48 handsets
# with an address each register within a few seconds, while the proxy is still starting.
# Who was cut off hears no answer; what was registered before is forgotten.
tolerated="no final response|no ACK|fewer ACKs"
relocate example.net 5060 192.168.17 198.51.100
EXTENSIONS=(2601 2602 2603 2604 2605 2606)
EXISTING='^26[0-9][0-9]$'
WEAK=none
open_office
add_host handsets 192.168.17.50
printf '%s\n' SEQUENTIAL >"$scratch/handsets.csv"
for n in $(seq 51 98); do
    ip -n "$PREFIX-handsets" address add "192.168.17.$n/24" dev eth0
    in_host proxy ip neigh replace "192.168.17.$n" lladdr "$(mac 192.168.17.50)" dev eth0 nud permanent
    echo "26$n;192.168.17.$n;[authentication username=26$n password=secret26$n];" >>"$scratch/handsets.csv"
    echo "26$n normal" >>"$scratch/users"
done
sed 's/\[local_ip\]/[field1]/g; s/User-Agent: .*/User-Agent: snomD385\/10.1.175.16/' "$parts/sipp/register-many.xml" >"$scratch/handsets.xml"
register_handsets() { # log name, a second
    start "$1" handsets env TERM=dumb sipp -sf "$scratch/handsets.xml" -nostdin -inf "$scratch/handsets.csv" -t ui -max_socket 100 \
        -ip_field 1 -cid_str "%u-%p-$1" -i 192.168.17.50 -p 5060 -r "$2" -m 48 -l 48 192.168.17.1:5060
}
power_off() {
    local name
    for name in proxy "${EXTENSIONS[@]}"; do ip netns pids "$PREFIX-$name" | xargs -r kill -KILL; done
}
power_on() { # the proxy takes longer
    local user
    register_handsets handsets-again 20
    sleep 1.2
    start_proxy -A WITH_OFFICE -A "EXISTING=\"$EXISTING\"" -A "WEAK_USER=\"$WEAK\"" -A "WEAK_PASSWORD=\"$WEAK_PASSWORD\""
    for user in "${EXTENSIONS[@]}"; do office_phone "$user"; done
}
register_handsets handsets-before 10
wait_for handsets-before
incoming+=(handsets-again)
start_office_capture
at 32 power_off
at 38 power_on
office_day 325 90 22-50
play
close_office
