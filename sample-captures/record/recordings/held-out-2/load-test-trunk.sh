# SIPp tests the proxy over TCP with calls from the trunk's address to one SIPp that answers all of
# them; every call is acknowledged and ended.
relocate example.net 5060 10.70.0 203.0.113
EXTENSIONS=(1701 1702 1703 1704)
EXISTING='^17[0-4][0-9]$'
WEAK=none
MAX_PACKETS=9000
open_office -A WITH_TCP
add_host answerer 10.70.0.40
ip -n "$PREFIX-answerer" route add default via 10.70.0.254
echo "1740 normal" >>"$scratch/users"
contact_parameters=';transport=tcp'
register answerer 1740 -t t1
sed -e 's/chance="0.35"/chance="0"/; s/\[local_port\]>/[local_port];transport=tcp>/' "$parts/sipp/hotline.xml" >"$scratch/answerer.xml"
start answerer answerer env TERM=dumb sipp -sf "$scratch/answerer.xml" -nostdin -t t1 -i 10.70.0.40 -mi 10.70.0.40 -p 5060 -s 1740
wait_until 10 listens answerer 5060
start_office_capture port 5060
keep_alive 9
office_day 225 60
printf '%s\n' SEQUENTIAL >"$scratch/called.csv"
for n in $(seq 1 120); do echo "1740;load$((n % 7));" >>"$scratch/called.csv"; done
sed -e 's/\[field2\]/[local_ip]/g; s/\[local_port\]>/[local_port];transport=tcp>/' "$parts/sipp/crowd.xml" >"$scratch/load.xml"
incoming+=(load)
at 15 start load provider2 env TERM=dumb sipp -sf "$scratch/load.xml" -nostdin -inf "$scratch/called.csv" -t t1 \
    -i 203.0.113.11 -mi 203.0.113.11 -p 5090 -key agent "SIPp load test" -r 6 -m 120 -l 120 10.70.0.1:5060
play
close_office
