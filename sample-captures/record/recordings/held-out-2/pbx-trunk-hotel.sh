# The link between a hotel's telephone system and its carrier, captured at the border: calls of many
# users in both directions between two pairs of addresses, and keep-alives.
relocate hotel.example.com 5060 192.168.14 100.64.30
EXISTING='^[1-4][0-9][0-9]$'
EXTENSIONS=(101 102 103 104 105)
WEAK=none
CARRIER_SCENARIO=carrier-mixed
open_office
add_users rooms 192.168.14.40 301 318
add_host desks 192.168.14.41
ip -n "$PREFIX-desks" route add default via 192.168.14.254
start_capture_at router br1 udp port 5060
recording_since=${EPOCHREALTIME/./}
keep_alive 16
office_day 221 110
numbers=(0033155501{10..29} 0004930555{0100..0119} 0001212555{0110..0125})
printf '%s\n' SEQUENTIAL >"$scratch/trunk.csv"
for n in $(seq 0 29); do
    user=$((201 + n * 7 % 12))
    echo "${numbers[n * 11 % ${#numbers[@]}]};$user;[authentication username=$user password=secret$user];" >>"$scratch/trunk.csv"
done
incoming+=(outbound inbound)
at 3 start outbound desks env TERM=dumb sipp -sf "$parts/sipp/trunk-calls.xml" -nostdin -inf "$scratch/trunk.csv" \
    -i 192.168.14.41 -mi 192.168.14.41 -p 5060 -r 1 -rp 3100 -m 30 -l 20 192.168.14.1:5060
printf '%s\n' SEQUENTIAL >"$scratch/called.csv"
for n in $(seq 1 26); do echo "$((301 + n * 5 % 18));0555$((n * 7 % 10))03$((10 + n * 23 % 90));" >>"$scratch/called.csv"; done
sed 's/\[field2\]/[local_ip]/g' "$parts/sipp/crowd.xml" >"$scratch/inbound.xml"
at 5 start inbound provider2 env TERM=dumb sipp -sf "$scratch/inbound.xml" -nostdin -inf "$scratch/called.csv" \
    -i 100.64.30.11 -mi 100.64.30.11 -p 5092 -key agent "Oracle-SBC" -r 1 -rp 3600 -m 26 -l 20 192.168.14.1:5060
play
close_office
