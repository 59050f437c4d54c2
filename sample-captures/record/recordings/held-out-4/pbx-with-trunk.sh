# A telephone system with sixteen users behind one address calls out to the country and is called, through the
# office's proxy and its carrier. Captured inside.
relocate example.org 5060 10.55.12 198.18.142
EXTENSIONS=(101 102 103 104 105)
EXISTING='^[1-2][0-9][0-9]$'
WEAK=none
CARRIER_SCENARIO=carrier-mixed
open_office
add_users pbx 10.55.12.40 201 216
add_host lines 10.55.12.41
ip -n "$PREFIX-lines" route add default via 10.55.12.254
start_office_capture
keep_alive 12
office_day 422 84
printf '%s\n' SEQUENTIAL >"$scratch/trunk.csv"
for n in $(seq 0 17); do
    user=$((201 + n * 5 % 16))
    echo "0555$((n * 7 % 10))01$((10 + n * 17 % 90));$user;[authentication username=$user password=secret$user];" >>"$scratch/trunk.csv"
done
sed 's/User-Agent: .*/User-Agent: FPBX-16.0.40(18.20.0)/' "$parts/sipp/trunk-calls.xml" >"$scratch/outbound.xml"
incoming+=(outbound inbound)
at 5 start outbound lines env TERM=dumb sipp -sf "$scratch/outbound.xml" -nostdin -inf "$scratch/trunk.csv" \
    -i 10.55.12.41 -mi 10.55.12.41 -p 5060 -r 1 -rp 3900 -m 18 -l 12 10.55.12.1:5060
printf '%s\n' SEQUENTIAL >"$scratch/called.csv"
for n in $(seq 1 16); do echo "$((201 + n * 3 % 16));0555$((n * 3 % 10))02$((10 + n * 13 % 90));" >>"$scratch/called.csv"; done
sed 's/\[field2\]/[local_ip]/g' "$parts/sipp/crowd.xml" >"$scratch/inbound.xml"
at 7 start inbound provider2 env TERM=dumb sipp -sf "$scratch/inbound.xml" -nostdin -inf "$scratch/called.csv" \
    -i 198.18.142.11 -mi 198.18.142.11 -p 5090 -key agent "Patton SN4171" -r 1 -rp 4300 -m 16 -l 12 10.55.12.1:5060
play
close_office
