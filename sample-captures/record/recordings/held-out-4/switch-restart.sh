# A switch restarts, and 44 handsets with an address each register again within six seconds.
relocate example.net 5060 10.204.7 203.0.113
EXTENSIONS=(3301 3302 3303 3304 3305 3306)
EXISTING='^3[34][0-9][0-9]$'
WEAK=none
open_office
add_host handsets 10.204.7.50
printf '%s\n' SEQUENTIAL >"$scratch/handsets.csv"
for n in $(seq 51 94); do
    ip -n "$PREFIX-handsets" address add "10.204.7.$n/24" dev eth0
    in_host proxy ip neigh replace "10.204.7.$n" lladdr "$(mac 10.204.7.50)" dev eth0 nud permanent
    echo "34$n;10.204.7.$n;[authentication username=34$n password=secret34$n];" >>"$scratch/handsets.csv"
    echo "34$n normal" >>"$scratch/users"
done
sed 's/\[local_ip\]/[field1]/g; s/User-Agent: .*/User-Agent: Gigaset N720 DM PRO\/73.00/' "$parts/sipp/register-many.xml" >"$scratch/handsets.xml"
register_handsets() { # log name, a second
    start "$1" handsets env TERM=dumb sipp -sf "$scratch/handsets.xml" -nostdin -inf "$scratch/handsets.csv" -t ui -max_socket 100 \
        -ip_field 1 -cid_str "%u-%p-$1" -i 10.204.7.50 -p 5060 -r "$2" -m 44 -l 44 10.204.7.1:5060
}
register_handsets handsets-before 10
wait_for handsets-before
incoming+=(handsets-again)
start_office_capture
keep_alive 10
office_day 423 70
at 30 register_handsets handsets-again 8
play
close_office
