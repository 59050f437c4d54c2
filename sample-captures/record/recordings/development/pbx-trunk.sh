# The link between a telephone system and its carrier: calls of many users in both directions, all
# between two pairs of addresses, and keep-alives. Captured at the border, where no phone is seen.
EXISTING='^1[0-9][0-9][0-9]$'
CARRIER_SCENARIO=carrier-mixed
open_office
add_users dect 192.0.2.40 1201 1224
add_host desks 192.0.2.41
ip -n "$PREFIX-desks" route add default via 192.0.2.254
start_capture_at router br1 udp port 5060
recording_since=${EPOCHREALTIME/./}
keep_alive 19
office_day 84 130
numbers=(0030231250{10..45} 0004420794600{01..25} 00013105550{101..120} 0032155501{10..29})
printf '%s\n' SEQUENTIAL >"$scratch/trunk.csv"
for n in $(seq 0 43); do
    user=$((1101 + n * 7 % 40))
    echo "${numbers[n * 13 % ${#numbers[@]}]};$user;[authentication username=$user password=secret$user];" >>"$scratch/trunk.csv"
done
incoming+=(outbound inbound)
at 4 start outbound desks env TERM=dumb sipp -sf "$here/sipp/trunk-calls.xml" -nostdin -inf "$scratch/trunk.csv" \
    -i 192.0.2.41 -mi 192.0.2.41 -p 5060 -r 1 -rp 2600 -m 44 -l 20 192.0.2.1:5060
printf '%s\n' SEQUENTIAL >"$scratch/called.csv"
for n in $(seq 1 36); do echo "$((1201 + n * 11 % 24));0555$((n * 37 % 10))01$((10 + n * 29 % 90));" >>"$scratch/called.csv"; done
sed 's/\[field2\]/[local_ip]/g' "$here/sipp/crowd.xml" >"$scratch/inbound.xml"
at 6 start inbound provider2 env TERM=dumb sipp -sf "$scratch/inbound.xml" -nostdin -inf "$scratch/called.csv" \
    -i 198.51.100.11 -mi 198.51.100.11 -p 5090 -key agent "Sonus_UAC" -r 1 -rp 3100 -m 36 -l 20 192.0.2.1:5060
play
close_office
