# A customer's telephone system outside has a trunk to the proxy: fourteen users behind one address call
# over TCP, many of them abroad, and calls come to them over UDP.
relocate trunk.example.net 5060 10.71.71 198.18.160 203.0.113
EXTENSIONS=(301 302 303 304)
EXISTING='^(3[0-9][0-9]|77[0-9][0-9])$'
WEAK=none
MAX_PACKETS=6000
CARRIER_SCENARIO=carrier-mixed
open_office -A WITH_TCP -A WITH_ROAMING
add_outsider pbx 203.0.113.90
printf '%s\n' SEQUENTIAL >"$scratch/pbx.csv"
for user in {7701..7714}; do
    echo "$user;;[authentication username=$user password=secret$user];" >>"$scratch/pbx.csv"
    echo "$user normal" >>"$scratch/users"
done
start pbx-registers pbx env TERM=dumb sipp -sf "$parts/sipp/register-many.xml" -nostdin -inf "$scratch/pbx.csv" \
    -i 203.0.113.90 -p 5060 -r 10 -l 5 -m 14 10.71.71.1:5060
wait_for pbx-registers
start pbx pbx env TERM=dumb sipp -sf "$parts/sipp/hotline.xml" -nostdin -i 203.0.113.90 -mi 203.0.113.90 -p 5060 -s users
wait_until 10 listens pbx 5060
start_office_capture port 5060
keep_alive 15
office_day 328 100
numbers=(0034915550{10..19} 0004930555{0201..0210} 0022155501{10..19} 00715550{10..19})
printf '%s\n' SEQUENTIAL >"$scratch/trunk.csv"
for n in $(seq 0 25); do
    user=$((7701 + n * 5 % 14))
    echo "${numbers[n * 11 % ${#numbers[@]}]};$user;[authentication username=$user password=secret$user];" >>"$scratch/trunk.csv"
done
sed 's/User-Agent: .*/User-Agent: Mitel-3300-ICP 15.0/' "$parts/sipp/trunk-calls.xml" >"$scratch/outbound.xml"
incoming+=(outbound inbound)
at 4 start outbound pbx env TERM=dumb sipp -sf "$scratch/outbound.xml" -nostdin -inf "$scratch/trunk.csv" -t t1 \
    -i 203.0.113.90 -mi 203.0.113.90 -p 5066 -r 1 -rp 2900 -m 26 -l 20 10.71.71.1:5060
printf '%s\n' SEQUENTIAL >"$scratch/called.csv"
for n in $(seq 1 22); do echo "$((7701 + n * 3 % 14));0555$((n * 7 % 10))05$((10 + n * 23 % 90));" >>"$scratch/called.csv"; done
sed 's/\[field2\]/[local_ip]/g' "$parts/sipp/crowd.xml" >"$scratch/inbound.xml"
at 6 start inbound provider2 env TERM=dumb sipp -sf "$scratch/inbound.xml" -nostdin -inf "$scratch/called.csv" \
    -i 198.18.160.11 -mi 198.18.160.11 -p 5093 -key agent "Ribbon SBC SWe" -r 1 -rp 3700 -m 22 -l 20 10.71.71.1:5060
play
close_office
