# A telephone system with phones, a DECT system of sixteen users behind one address, and a trunk,
# captured inside: many users call out from one address, and many calls come from the carrier's.
EXTENSIONS=(2101 2102 2103 2104 2105 2106)
EXISTING='^2[0-9][0-9][0-9]$'
WEAK=none
CARRIER_SCENARIO=carrier-mixed
open_office -A WITH_HARDENED
add_users dect 192.0.2.45 2301 2316
add_host desks 192.0.2.46
ip -n "$PREFIX-desks" route add default via 192.0.2.254
start_office_capture
keep_alive 18
office_day 117 125
sed 's/response="407"/response="401"/' "$here/sipp/trunk-calls.xml" >"$scratch/outbound.xml"
numbers=(0004420794605{01..25} 0001202555{0101..0120} 00030231251{10..40})
printf '%s\n' SEQUENTIAL >"$scratch/trunk.csv"
for n in $(seq 0 29); do
    user=$((2201 + n * 5 % 22))
    echo "${numbers[n * 17 % ${#numbers[@]}]};$user;[authentication username=$user password=secret$user];" >>"$scratch/trunk.csv"
done
incoming+=(outbound inbound)
at 5 start outbound desks env TERM=dumb sipp -sf "$scratch/outbound.xml" -nostdin -inf "$scratch/trunk.csv" \
    -i 192.0.2.46 -mi 192.0.2.46 -p 5060 -r 1 -rp 3500 -m 30 -l 20 192.0.2.1:5060
printf '%s\n' SEQUENTIAL >"$scratch/called.csv"
for n in $(seq 1 30); do echo "$((2301 + n * 7 % 16));0555$((n * 3 % 10))02$((10 + n * 31 % 90));" >>"$scratch/called.csv"; done
sed 's/\[field2\]/[local_ip]/g' "$here/sipp/crowd.xml" >"$scratch/inbound.xml"
at 7 start inbound provider2 env TERM=dumb sipp -sf "$scratch/inbound.xml" -nostdin -inf "$scratch/called.csv" \
    -i 198.51.100.11 -mi 198.51.100.11 -p 5090 -key agent "Sonus_UAC" -r 1 -rp 3700 -m 30 -l 20 192.0.2.1:5060
play
close_office
