# A call centre: the carrier brings a call every 1.7 seconds for twelve agents who share one address,
# and agents call customers back, one every 2.4 seconds.
relocate service.example.org 5060 10.66.90 198.18.180
EXTENSIONS=(601 602 603 604 605)
EXISTING='^6[0-9][0-9]$'
WEAK=none
CARRIER_SCENARIO=carrier-mixed
open_office
add_users agents 10.66.90.40 621 632
add_host back 10.66.90.41
ip -n "$PREFIX-back" route add default via 10.66.90.254
start_office_capture
keep_alive 14
office_day 322 92
printf '%s\n' SEQUENTIAL >"$scratch/called.csv"
for n in $(seq 1 42); do echo "$((621 + n * 5 % 12));0555$((n * 3 % 10))04$((10 + n * 31 % 90));" >>"$scratch/called.csv"; done
sed 's/\[field2\]/[local_ip]/g' "$parts/sipp/crowd.xml" >"$scratch/inbound.xml"
incoming+=(inbound back)
at 4 start inbound provider2 env TERM=dumb sipp -sf "$scratch/inbound.xml" -nostdin -inf "$scratch/called.csv" \
    -i 198.18.180.11 -mi 198.18.180.11 -p 5090 -key agent "Sansay VSXi" -r 1 -rp 1700 -m 42 -l 30 10.66.90.1:5060
printf '%s\n' SEQUENTIAL >"$scratch/back.csv"
for n in $(seq 1 28); do
    user=$((641 + n * 5 % 6))
    echo "$user normal" >>"$scratch/users"
    echo "00305552$((100 + n * 37 % 900));$user;[authentication username=$user password=secret$user];" >>"$scratch/back.csv"
done
sed 's/User-Agent: .*/User-Agent: Genesys SIP Endpoint 9.0/' "$parts/sipp/trunk-calls.xml" >"$scratch/back.xml"
at 7 start back back env TERM=dumb sipp -sf "$scratch/back.xml" -nostdin -inf "$scratch/back.csv" \
    -i 10.66.90.41 -mi 10.66.90.41 -p 5060 -r 1 -rp 2400 -m 28 -l 20 10.66.90.1:5060
play
close_office
